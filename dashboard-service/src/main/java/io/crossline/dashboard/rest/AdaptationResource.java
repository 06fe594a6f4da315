package io.crossline.dashboard.rest;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

/** What all services know of adaptations. */
@Path("/api/adaptations")
public class AdaptationResource {

    private final Adaptations adaptations;

    AdaptationResource(Adaptations adaptations) {
        this.adaptations = adaptations;
    }

    @GET
    public Uni<Panel> all() {
        return adaptations.all();
    }

    @GET
    @Path("/{id}")
    public Uni<AdaptationView> one(@RestPath UUID id) {
        return adaptations.one(id);
    }
}
