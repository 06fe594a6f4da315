package io.crossline.evaluation.labels;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why people are asked about an image. */
public enum LabelReason {

    /** The model is less sure of it than of most. */
    UNCERTAIN("uncertain"),
    /** Another model calls it something else. */
    DISAGREED_ON("disagreed on"),
    /** It looks like none of those chosen before. */
    DIFFERENT("different"),
    /** It was drawn at random, whatever the model says of it. */
    DRAWN("drawn at random");

    private final String text;

    LabelReason(String text) {
        this.text = text;
    }

    /** As people, JSON and the database read it. */
    @JsonValue
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException if there is no such reason */
    public static LabelReason of(String text) {
        return Arrays.stream(values()).filter(why -> why.text.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No reason for a label is called '" + text + "'"));
    }
}
