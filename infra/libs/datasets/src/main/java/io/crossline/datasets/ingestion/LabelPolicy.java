package io.crossline.datasets.ingestion;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;

/** Which splits keep their labels. */
public enum LabelPolicy {
    /** Every split that has labels: a source line. */
    ALL,
    /** Only the test split: a target line, whose labels serve to score and never to train. */
    TEST_ONLY;

    public boolean keeps(Split split) {
        return this == ALL || split == Split.TEST;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InvalidFieldException if {@code id} names no policy */
    public static LabelPolicy of(String id) {
        return Arrays.stream(values()).filter(policy -> policy.id().equals(id)).findFirst().orElseThrow(
                () -> new InvalidFieldException("labels", "is '" + id + "', expected one of all, test-only"));
    }
}
