package io.crossline.datasets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.InvalidFieldException;

/**
 * A regular expression that finds part id and capture time in whole file names, such as
 * {@code (?<partId>P-\d+)_(?<capturedAt>[0-9TZ]+)\.png}. One of the two groups may be left out.
 */
public final class FileNamePattern {

    private static final String PART_ID = "partId";
    private static final String CAPTURED_AT = "capturedAt";

    private final Pattern pattern;

    private FileNamePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * @param field that an error names
     * @throws InvalidFieldException if it is no regular expression, or has none of the groups
     */
    public static FileNamePattern parse(String field, String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            if (!has(regex, PART_ID) && !has(regex, CAPTURED_AT)) {
                throw new InvalidFieldException(field, "is '" + regex
                        + "', expected a group (?<partId>...) or (?<capturedAt>...) in it");
            }
            return new FileNamePattern(pattern);
        } catch (PatternSyntaxException e) {
            throw new InvalidFieldException(field, "is '" + regex + "', which is no regular expression: "
                    + e.getDescription() + " at character " + (e.getIndex() + 1), e);
        }
    }

    private static boolean has(String regex, String group) {
        return regex.contains("(?<" + group + ">");
    }

    /**
     * @param name of the file, in any Unicode form; the part id is in composed form (NFC)
     * @throws DatasetException if it does not match
     * @throws InvalidFieldException if what it says is no part id or no capture time
     */
    ImagePart part(String name) {
        Matcher matcher = pattern.matcher(ClassNames.normal(name));
        if (!matcher.matches()) {
            throw new DatasetException("has a name that does not match the pattern '" + pattern + "'");
        }
        String capturedAt = group(matcher, CAPTURED_AT);
        return new ImagePart(group(matcher, PART_ID), null, capturedAt == null ? null : CaptureTime.parse(capturedAt));
    }

    private String group(Matcher matcher, String name) {
        return has(pattern.pattern(), name) ? matcher.group(name) : null;
    }
}
