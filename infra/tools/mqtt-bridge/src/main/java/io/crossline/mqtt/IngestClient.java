package io.crossline.mqtt;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;

import io.smallrye.mutiny.Uni;

/** Uploads of the ingest service. */
@RegisterRestClient(configKey = "ingest")
public interface IngestClient {

    @POST
    @Path("/lines/{line}/images")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Uni<Response> upload(@PathParam("line") String line, ClientMultipartForm form);
}
