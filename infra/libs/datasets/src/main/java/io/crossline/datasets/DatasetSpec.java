package io.crossline.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.InvalidFieldException;

/**
 * Names a data set: {@code SCHEME} or {@code SCHEME:LOCATION}.
 *
 * @param location folder or simulated line with its options; empty on data sets that are known by name
 * @param pictures how images are made of its picture files
 */
public record DatasetSpec(String scheme, String location, PictureOptions pictures) {

    public static final String FIELD = "spec";
    /** Data sets of picture files, with the options that each has beside those of all pictures. */
    private static final Map<String, List<String>> OF_PICTURES = Map.of("folder", FolderDataset.OPTIONS, "csv",
            CsvDataset.OPTIONS, "coco", CocoDataset.OPTIONS, "voc", VocDataset.OPTIONS);

    /** Whether it holds picture files, of which images are made. */
    public boolean isOfPictures() {
        return OF_PICTURES.containsKey(scheme);
    }

    /** @throws InvalidFieldException if {@code text} is empty, or has an option that is not known */
    public static DatasetSpec parse(String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidFieldException(FIELD, "must not be empty");
        }
        String[] parts = text.trim().split(":", 2);
        String location = parts.length == 1 ? "" : parts[1];
        int options = OF_PICTURES.containsKey(parts[0]) ? location.indexOf('?') : -1;
        try {
            return options < 0
                    ? new DatasetSpec(parts[0], location, PictureOptions.parse(null))
                    : ofPictures(parts[0], location.substring(0, options), location.substring(options + 1));
        } catch (InvalidFieldException e) {
            throw new InvalidFieldException(FIELD, "is '" + text.trim() + "': " + e.getMessage(), e);
        }
    }

    /** The scheme's own options stay with the location. */
    private static DatasetSpec ofPictures(String scheme, String path, String options) {
        List<String> own = new ArrayList<>();
        List<String> ofPictures = new ArrayList<>();
        for (String option : SpecLocation.split(options)) {
            (OF_PICTURES.get(scheme).contains(option.split("=", 2)[0]) ? own : ofPictures).add(option);
        }
        for (String option : ofPictures) {
            String name = option.split("=", 2)[0];
            if (!PictureOptions.NAMES.contains(name)) {
                List<String> known = new ArrayList<>(PictureOptions.NAMES);
                known.addAll(OF_PICTURES.get(scheme));
                throw new InvalidFieldException("option",
                        "is '" + name + "', expected one of " + String.join(", ", known));
            }
        }
        return new DatasetSpec(scheme, own.isEmpty() ? path : path + "?" + String.join("&", own),
                PictureOptions.parse(String.join("&", ofPictures)));
    }
}
