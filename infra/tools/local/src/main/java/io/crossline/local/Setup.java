package io.crossline.local;

import java.net.URI;

/**
 * All that starting needs to know.
 *
 * @param host the interface that the services listen on; broker and database always listen on localhost
 * @param force start although memory or disk are short
 */
public record Setup(Layout layout, Ports ports, String host, boolean force, Limits limits) {

    /** With the usual limits. */
    public Setup(Layout layout, Ports ports, String host, boolean force) {
        this(layout, ports, host, force, Limits.USUAL);
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
}
