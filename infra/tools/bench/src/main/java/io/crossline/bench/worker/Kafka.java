package io.crossline.bench.worker;

import java.util.Map;

/**
 * The broker, if there is one.
 *
 * @param bootstrapServers empty for work without Kafka
 */
record Kafka(String bootstrapServers) {

    boolean isAway() {
        return bootstrapServers.isEmpty();
    }

    Map<String, Object> properties() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }
}
