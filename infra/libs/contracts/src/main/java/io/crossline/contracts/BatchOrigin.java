package io.crossline.contracts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Where a batch comes from.
 *
 * @param line name of the line: letters, digits, '.', '_' and '-', at most 80, the first a letter or a digit
 * @param dataset what the batch belongs to, the same for all batches of one ingestion; at most 200 characters
 * @param split what the batch may be used for
 * @param capturedAt capture time, kept to milliseconds; from 1970 to 2199
 * @param translation set on images that a generator made, else null
 */
public record BatchOrigin(String line, String dataset, Split split, Instant capturedAt, Translation translation) {

    private static final int LONGEST_DATASET = 200;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    public BatchOrigin {
        requireLineName(line);
        Require.text("dataset", dataset);
        Require.that(dataset.length() <= LONGEST_DATASET, "dataset",
                "has " + dataset.length() + " characters, expected at most " + LONGEST_DATASET);
        Require.present("split", split);
        capturedAt = requireCaptureTime(Require.present("capturedAt", capturedAt));
    }

    public BatchOrigin(String line, String dataset, Split split, Instant capturedAt) {
        this(line, dataset, split, capturedAt, null);
    }

    /** The time in milliseconds. */
    static Instant requireCaptureTime(Instant capturedAt) {
        Require.that(!capturedAt.isBefore(EARLIEST) && capturedAt.isBefore(LATEST), "capturedAt",
                "is " + capturedAt + ", expected a time from " + EARLIEST + " to " + LATEST);
        return capturedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws InvalidFieldException unless {@code line} may name a line */
    public static String requireLineName(String line) {
        Require.text("line", line);
        Require.that(NAME.matcher(line).matches(), "line",
                "is '" + line + "', expected 1 to 80 letters, digits, '.', '_' or '-', the first a letter or a digit");
        return line;
    }
}
