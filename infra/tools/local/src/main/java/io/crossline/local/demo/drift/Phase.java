package io.crossline.local.demo.drift;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

import io.crossline.contracts.InvalidFieldException;

/**
 * A part of the script: so many windows in a row in which one thing happens to the line.
 *
 * @param windows how many, at least 1
 * @param from simulated line at the share 0 of the way
 * @param to simulated line at the share 1
 * @param at share of the way at the phase's first image, 0 to 1
 * @param until share of the way at its end, 0 to 1
 * @param mix how often each class comes, as the simulator reads it; null for all alike
 */
record Phase(Kind kind, int windows, String from, String to, double at, double until, String mix) {

    /** What happens, in words for the user. */
    enum Kind {
        AGEING("the line ages: light, focus and position change slowly"),

        LAMP("the lamp is changed"),

        CLASS_MIX("other parts come: only the class mix changes");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private static final int DIGITS = 4;

    Phase {
        Objects.requireNonNull(kind, "kind");
        if (windows < 1) {
            throw new InvalidFieldException("windows", "is " + windows + ", expected at least 1");
        }
        requireShare("at", at);
        requireShare("until", until);
    }

    /**
     * The images of one window, as the ingest service's simulator takes them.
     *
     * @param index of the window in this phase, from 0
     */
    String spec(int index, int images) {
        String begin = share(index);
        String end = share(index + 1);
        return "sim:%s?to=%s&at=%s%s%s&images=%d&test=0".formatted(from, to, begin,
                begin.equals(end) ? "" : "&until=" + end, mix == null ? "" : "&mix=" + mix, images);
    }

    private String share(int index) {
        return BigDecimal.valueOf(at + (until - at) * index / windows).setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros().toPlainString();
    }

    private static void requireShare(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidFieldException(field, "is " + value + ", expected 0 to 1");
        }
    }
}
