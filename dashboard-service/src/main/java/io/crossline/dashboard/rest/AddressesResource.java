package io.crossline.dashboard.rest;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.crossline.dashboard.DashboardConfig;
import io.crossline.dashboard.DashboardConfig.ServiceAddress;

/** Where this installation takes pictures and requests: the page's ready-made commands are made of it. */
@jakarta.ws.rs.Path("/api/addresses")
public class AddressesResource {

    private final DashboardConfig config;
    private final String bootstrapServers;

    AddressesResource(DashboardConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.config = config;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * @param ingest base address for people's machines
     * @param training base address for people's machines
     * @param bootstrapServers of Kafka
     * @param watchedFolder root of the folders that are watched for pictures; null where that is not known
     */
    public record Addresses(URI ingest, URI training, String bootstrapServers, String watchedFolder) {}

    @GET
    public Addresses addresses(@Context UriInfo asked) {
        DashboardConfig.Dashboard dashboard = config.dashboard();
        String host = asked.getRequestUri().getHost();
        return new Addresses(reachable(config.ingest(), host), reachable(config.training(), host),
                dashboard.publicBootstrapServers().orElse(bootstrapServers),
                dashboard.watchedFolder().or(() -> launchers(dashboard)).map(Path::toString).orElse(null));
    }

    /** Services are published on the machine of the page, under the port that they have inside, unless told otherwise. */
    private static URI reachable(ServiceAddress service, String host) {
        return service.publicUrl().orElseGet(() -> UriBuilder.fromUri(service.url()).host(host).build());
    }

    /** The launcher keeps {@code run/parts.json} beside {@code watched}. */
    private static Optional<Path> launchers(DashboardConfig.Dashboard dashboard) {
        return dashboard.partsFile().map(file -> file.toAbsolutePath().getParent().resolveSibling("watched"));
    }
}
