package io.crossline.local.demo.drift;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Something that happened, in one line.
 *
 * @param window the newest that was scored then; 0 before the first
 * @param modelVersion that it is about, or null
 */
@JsonPropertyOrder({"window", "kind", "text", "modelVersion", "at"})
record LoopEvent(int window, Kind kind, String text, String modelVersion, Instant at) {

    /** What happened. */
    enum Kind {
        PLANT, DRIFT, CLASS_MIX, CYCLE, GATE, PROMOTED, KEPT, ROLLED_BACK, REFUSED, FAILED, EXPIRED;

        @JsonValue
        String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    String line() {
        return "window %d: %s".formatted(window, text);
    }
}
