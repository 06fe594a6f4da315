package io.crossline.dashboard.rest;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.crossline.dashboard.upstream.HealthMonitor;
import io.crossline.dashboard.upstream.ServiceHealth;
import io.smallrye.mutiny.Uni;

/** Whether the other services are ready. */
@Path("/api/services")
public class ServicesResource {

    private final HealthMonitor health;

    ServicesResource(HealthMonitor health) {
        this.health = health;
    }

    @GET
    public Uni<List<ServiceHealth>> services() {
        return health.check();
    }
}
