package io.crossline.mqtt;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the bridge; each may be set as an environment variable too ({@code CROSSLINE_MQTT_...}). */
@ConfigMapping(prefix = "crossline.mqtt")
public interface BridgeConfig {

    /** The MQTT broker. */
    @WithDefault("localhost")
    String host();

    @WithDefault("1883")
    @Min(1)
    @Max(65_535)
    int port();

    /** Whether the connection is encrypted; the JVM's trust store says which brokers are trusted. */
    @WithDefault("false")
    boolean tls();

    Optional<String> username();

    Optional<String> password();

    /** Names the session that the broker keeps while the bridge is away: two bridges of one broker need two. */
    @WithDefault("crossline-bridge")
    String clientId();

    /** Topics of the pictures: see {@link TopicPattern}. */
    @WithDefault("cameras/{line}/{partId}")
    String topic();

    /** Largest picture file, in bytes; larger ones are refused. The ingest service takes 64 MiB a request. */
    @WithDefault("33554432")
    @Min(1024)
    @Max(62_914_560)
    int maxBytes();

    /** Pause before the first repetition where the ingest service does not answer; it doubles up to 30 seconds. */
    @WithDefault("1s")
    Duration retryPause();
}
