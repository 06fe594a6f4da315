package io.crossline.monitoring.metrics;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The part that a line has in an adaptation. */
public enum Role {
    SOURCE, TARGET;

    /** As it is written outside Java. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
