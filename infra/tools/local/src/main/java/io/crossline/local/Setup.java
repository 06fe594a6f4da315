package io.crossline.local;

import java.net.URI;
import java.util.List;
import java.util.Set;

import io.crossline.embedded.DatabaseKeys;

/**
 * All that starting needs to know.
 *
 * @param host the interface that the services listen on; broker and database always listen on localhost
 * @param force start although memory or disk are short
 * @param without services that are not started, because something else stands in for them
 */
public record Setup(Layout layout, Ports ports, String host, boolean force, Limits limits, Set<Service> without) {

    public Setup {
        without = Set.copyOf(without);
    }

    /** With all services. */
    public Setup(Layout layout, Ports ports, String host, boolean force, Limits limits) {
        this(layout, ports, host, force, limits, Set.of());
    }

    /** With all services and the usual limits. */
    public Setup(Layout layout, Ports ports, String host, boolean force) {
        this(layout, ports, host, force, Limits.USUAL);
    }

    /** The same without these services. */
    public Setup leavingOut(Set<Service> services) {
        return new Setup(layout, ports, host, force, limits, services);
    }

    /** The services that are started, in the order of the start. */
    public List<Service> services() {
        return Service.startOrder().stream().filter(service -> !without.contains(service)).toList();
    }

    /** Where a service answers, seen from this machine. */
    public URI address(Service service) {
        return URI.create("http://localhost:" + ports.of(service));
    }

    /** Where a part answers, for people. */
    public String addressOf(String part) {
        return Service.find(part).map(service -> address(service).toString())
                .orElseGet(() -> "localhost:" + ports.byPart().get(part));
    }

    public String bootstrapServers() {
        return "localhost:" + ports.kafka();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + ports.postgresql() + "/crossline";
    }

    /** The passwords of the database. */
    DatabaseKeys databaseKeys() {
        return DatabaseKeys.in(layout.keys());
    }
}
