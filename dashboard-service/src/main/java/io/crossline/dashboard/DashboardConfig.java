package io.crossline.dashboard;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the dashboard, checked at start. */
@ConfigMapping(prefix = "crossline")
public interface DashboardConfig {

    ServiceAddress ingest();

    ServiceAddress translation();

    ServiceAddress training();

    ServiceAddress evaluation();

    Dashboard dashboard();

    /** Where a service answers. */
    interface ServiceAddress {

        /** Base address, such as {@code http://localhost:8081}. */
        URI url();

        /** The same for people's machines; without it, the host of the page with the port of {@link #url}. */
        Optional<URI> publicUrl();
    }

    /** What the page shows. */
    interface Dashboard {

        /** How far back the throughput of a line is shown. */
        @WithDefault("4m")
        @DurationMin(minutes = 1)
        @DurationMax(hours = 1)
        Duration throughputWindow();

        /** How often the throughput is sent to the open pages. */
        @WithDefault("2s")
        @DurationMin(seconds = 1)
        @DurationMax(seconds = 30)
        Duration throughputInterval();

        /** A line that has sent no picture for so long counts as silent. */
        @WithDefault("10m")
        @DurationMin(minutes = 1)
        @DurationMax(days = 7)
        Duration silentAfter();

        /** A model that is estimated to be surely less accurate than it was measured, by more than this share, needs a person. */
        @WithDefault("0.08")
        @DecimalMin("0.01")
        @DecimalMax("1")
        double lowEstimate();

        /** How long a service may take for an answer that is passed on; pictures and queues are computed on request. */
        @WithDefault("20s")
        @DurationMin(seconds = 1)
        @DurationMax(minutes = 2)
        Duration answerTimeout();

        /** Brokers as programs outside of this installation reach them; without it, those of this service. */
        Optional<String> publicBootstrapServers();

        /** The root of ingest-service's watched folders; without it, the launcher's, where one started this dashboard. */
        Optional<Path> watchedFolder();

        /** Where the launcher writes how its parts are; without it, the services' own answers are all that is known. */
        Optional<Path> partsFile();

        /** How often the other services are asked for their health. */
        @WithDefault("5s")
        @DurationMin(seconds = 1)
        @DurationMax(minutes = 1)
        Duration healthInterval();
    }
}
