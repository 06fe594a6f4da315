package io.crossline.dashboard.rest;

import java.time.Instant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.crossline.dashboard.live.Throughput;
import io.crossline.dashboard.upstream.HealthMonitor;
import io.crossline.dashboard.upstream.IngestClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** The page's start: services, lines, adaptations. */
@Path("/api/overview")
public class OverviewResource {

    private final Upstream upstream;
    private final HealthMonitor health;
    private final IngestClient ingest;
    private final Adaptations adaptations;
    private final Throughput throughput;

    OverviewResource(Upstream upstream, HealthMonitor health, @RestClient IngestClient ingest, Adaptations adaptations,
            Throughput throughput) {
        this.upstream = upstream;
        this.health = health;
        this.ingest = ingest;
        this.adaptations = adaptations;
        this.throughput = throughput;
    }

    @GET
    public Uni<Overview> overview() {
        return Uni.combine().all()
                .unis(health.check(), Panel.of(upstream.of(Service.INGEST, ingest.lines())), adaptations.all())
                .asTuple()
                .map(found -> new Overview(found.getItem1(), found.getItem2(), throughput.at(Instant.now()),
                        found.getItem3(), Instant.now()));
    }
}
