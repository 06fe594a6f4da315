package io.crossline.datasets;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import io.crossline.contracts.CapturedRecords;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.InvalidFieldException;

/** Capture times as texts: ISO 8601 with an offset, extended or, as it stands in file names, basic. */
public final class CaptureTime {

    private static final String FIELD = "capturedAt";
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss[.SSS]X");

    private CaptureTime() {}

    /**
     * @param text such as {@code 2026-01-02T03:04:05.678Z} or {@code 20260102T030405.678Z}
     * @throws InvalidFieldException for field {@code capturedAt}, also where it is more than a day from now
     */
    public static Instant parse(String text) {
        Instant time = new ImagePart(null, null, instant(text)).capturedAt();
        Instant latest = Instant.now().plus(CapturedRecords.CLOCK_AHEAD);
        if (time.isAfter(latest)) {
            throw new InvalidFieldException(FIELD, "is " + time + ", expected at most a day from now, " + latest);
        }
        return time;
    }

    private static Instant instant(String text) {
        try {
            boolean basic = !text.contains(":");
            return (basic ? OffsetDateTime.parse(text, BASIC) : OffsetDateTime.parse(text)).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidFieldException(FIELD, "is '" + text
                    + "', expected a time with its offset such as 2026-01-02T03:04:05.678Z or 20260102T030405.678Z", e);
        }
    }
}
