package io.crossline.dashboard.upstream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** Generators and their sample images. */
@RegisterRestClient(configKey = "translation")
@Produces(MediaType.APPLICATION_JSON)
public interface TranslationClient {

    @GET
    @Path("/generators")
    Uni<JsonNode> generators();

    @GET
    @Path("/q/health/ready")
    Uni<JsonNode> ready();
}
