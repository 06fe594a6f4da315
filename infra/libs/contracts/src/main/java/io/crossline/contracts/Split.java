package io.crossline.contracts;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a batch may be used for. Written in lower case everywhere outside Java. */
public enum Split {
    TRAIN, CALIBRATION, TEST;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidFieldException if {@code id} names no split */
    @JsonCreator
    public static Split of(String id) {
        return Arrays.stream(values()).filter(split -> split.id().equalsIgnoreCase(id)).findFirst()
                .orElseThrow(() -> new InvalidFieldException("split",
                        "is '" + id + "', expected one of train, calibration, test"));
    }
}
