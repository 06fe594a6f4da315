package io.crossline.monitoring.drift;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a model predicts a line's batches. */
public enum ModelRole {
    /** Its predictions count. */
    CHAMPION,
    /** It may become champion. */
    SHADOW,
    /** It was champion and may become so again while its successor is on probation. */
    PREVIOUS,
    /** A person wants to see it beside the champion. */
    COMPARED;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ModelRole of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
