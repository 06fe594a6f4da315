package io.crossline.ingest.dataset;

import java.util.Set;

import io.crossline.contracts.InvalidFieldException;

/**
 * Names a data set: {@code SCHEME} or {@code SCHEME:LOCATION}.
 *
 * @param location folder or simulated line with its options; empty on data sets that are known by name
 * @param pictures how images are made of its picture files
 */
public record DatasetSpec(String scheme, String location, PictureOptions pictures) {

    public static final String FIELD = "spec";
    /** Data sets of picture files. */
    private static final Set<String> OF_PICTURES = Set.of("folder");

    /** Whether it holds picture files, of which images are made. */
    public boolean isOfPictures() {
        return OF_PICTURES.contains(scheme);
    }

    /** @throws InvalidFieldException if {@code text} is empty, or has an option that is not known */
    public static DatasetSpec parse(String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidFieldException(FIELD, "must not be empty");
        }
        String[] parts = text.trim().split(":", 2);
        String location = parts.length == 1 ? "" : parts[1];
        int options = OF_PICTURES.contains(parts[0]) ? location.indexOf('?') : -1;
        try {
            return options < 0
                    ? new DatasetSpec(parts[0], location, PictureOptions.parse(null))
                    : new DatasetSpec(parts[0], location.substring(0, options),
                            PictureOptions.parse(location.substring(options + 1)));
        } catch (InvalidFieldException e) {
            throw new InvalidFieldException(FIELD, "is '" + text.trim() + "': " + e.getMessage(), e);
        }
    }
}
