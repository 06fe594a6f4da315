package io.crossline.ingest.dataset;

import io.crossline.contracts.InvalidFieldException;

/**
 * Names a data set: {@code SCHEME} or {@code SCHEME:LOCATION}.
 *
 * @param location folder or simulated line; empty on data sets that are known by name
 */
public record DatasetSpec(String scheme, String location) {

    public static final String FIELD = "spec";

    /** @throws InvalidFieldException if {@code text} is empty */
    public static DatasetSpec parse(String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidFieldException(FIELD, "must not be empty");
        }
        String[] parts = text.trim().split(":", 2);
        return new DatasetSpec(parts[0], parts.length == 1 ? "" : parts[1]);
    }
}
