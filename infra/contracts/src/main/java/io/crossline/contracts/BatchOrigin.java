package io.crossline.contracts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Where a batch comes from.
 *
 * @param line name of the line: letters, digits, '.', '_' and '-', at most 80
 * @param dataset what the batch belongs to, the same for all batches of one ingestion
 * @param split what the batch may be used for
 * @param capturedAt capture time, kept to milliseconds
 * @param translation set on images that a generator made, else null
 */
public record BatchOrigin(String line, String dataset, Split split, Instant capturedAt, Translation translation) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    public BatchOrigin {
        requireLineName(line);
        Require.text("dataset", dataset);
        Require.present("split", split);
        capturedAt = Require.present("capturedAt", capturedAt).truncatedTo(ChronoUnit.MILLIS);
    }

    public BatchOrigin(String line, String dataset, Split split, Instant capturedAt) {
        this(line, dataset, split, capturedAt, null);
    }

    /** @throws InvalidFieldException unless {@code line} may name a line */
    public static String requireLineName(String line) {
        Require.text("line", line);
        Require.that(NAME.matcher(line).matches(), "line",
                "is '" + line + "', expected 1 to 80 letters, digits, '.', '_' or '-'");
        return line;
    }
}
