package io.crossline.dashboard.upstream;

import java.net.URI;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import io.crossline.dashboard.DashboardConfig;

/** The services that the page shows, in the order of the data's way. */
public enum Service {
    INGEST, TRAINING, TRANSLATION, EVALUATION;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it answers. */
    public URI address(DashboardConfig config) {
        return switch (this) {
            case INGEST -> config.ingest().url();
            case TRAINING -> config.training().url();
            case TRANSLATION -> config.translation().url();
            case EVALUATION -> config.evaluation().url();
        };
    }
}
