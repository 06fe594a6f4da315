package io.crossline.monitoring.gate;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One validator's view of both models.
 *
 * @param low with {@code high} the 95 % interval of candidate minus champion
 */
public record ValidatorScore(String name, double champion, double candidate, double low, double high, Vote vote) {

    /** Whom it holds for better. */
    public enum Vote {
        CHAMPION, CANDIDATE, NONE;

        @JsonValue
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Vote of(double low, double high) {
            return low > 0 ? CANDIDATE : high < 0 ? CHAMPION : NONE;
        }
    }
}
