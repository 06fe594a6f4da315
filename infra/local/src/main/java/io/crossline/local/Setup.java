package io.crossline.local;

import java.net.URI;

/**
 * All that starting needs to know.
 *
 * @param host the interface that the services listen on; broker and database always listen on localhost
 * @param force start although memory or disk are short
 */
public record Setup(Layout layout, Ports ports, String host, boolean force) {

    /** Where a service answers, seen from this machine. */
    public URI address(Service service) {
        return URI.create("http://localhost:" + ports.of(service));
    }

    public String bootstrapServers() {
        return "localhost:" + ports.kafka();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + ports.postgresql() + "/crossline";
    }
}
