package io.crossline.datasets;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.InvalidFieldException;

/**
 * A file or folder that a spec names, and the options behind its first {@code ?}, such as
 * {@code /data/parts.json?good=ok&several=largest}.
 */
record SpecLocation(Path path, Map<String, String> options) {

    /** A regular expression: it takes the rest of the text, as it may hold {@code &} and {@code =}. */
    static final String NAME_PATTERN = "name";

    /**
     * @param names of the options that the scheme has
     * @throws InvalidFieldException for field {@code spec}
     */
    static SpecLocation parse(DatasetSpec spec, List<String> names) {
        int question = spec.location().indexOf('?');
        String path = question < 0 ? spec.location() : spec.location().substring(0, question);
        if (path.isBlank()) {
            throw new InvalidFieldException(DatasetSpec.FIELD,
                    "names no file or folder, expected " + spec.scheme() + ":PATH");
        }
        try {
            return new SpecLocation(Path.of(path).toAbsolutePath().normalize(),
                    question < 0 ? Map.of() : options(spec.location().substring(question + 1), names));
        } catch (InvalidPathException e) {
            throw new InvalidFieldException(DatasetSpec.FIELD, "names no valid path: " + e.getMessage(), e);
        }
    }

    /** The options of a text, each {@code NAME=VALUE}. */
    static List<String> split(String text) {
        List<String> options = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty()) {
            String option = rest.startsWith(NAME_PATTERN + "=") ? rest : rest.split("&", 2)[0];
            rest = rest.substring(Math.min(rest.length(), option.length() + 1));
            options.add(option);
        }
        return options;
    }

    private static Map<String, String> options(String text, List<String> names) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : split(text)) {
            String[] parts = option.split("=", 2);
            if (!names.contains(parts[0]) || parts.length == 1 || parts[1].isBlank()) {
                throw new InvalidFieldException(DatasetSpec.FIELD, "has the option '" + option + "', expected "
                        + (names.isEmpty() ? "none" : "NAME=VALUE with one of " + String.join(", ", names)));
            }
            options.put(parts[0], parts[1]);
        }
        return options;
    }

    /** A file or folder that an option names, relative to the folder of the spec's own. */
    Path sibling(String option) {
        try {
            return path.resolveSibling(options.get(option)).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidFieldException(DatasetSpec.FIELD, "names no valid path: " + e.getMessage(), e);
        }
    }
}
