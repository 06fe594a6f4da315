package io.crossline.dashboard.stub;

import java.util.List;
import java.util.Map;

/** Unusable frames of a line. */
public final class UnusableSamples {

    private UnusableSamples() {}

    public static Map<String, Object> some() {
        return Samples.document("fault", null, "hours", 24, "counts", Map.of("no light", 2, "torn", 1), "newest",
                List.of(frame("torn", 0), frame("no light", 1), frame("no light", 2)));
    }

    static Map<String, Object> none() {
        return Samples.document("fault", null, "hours", 24, "counts", Map.of(), "newest", List.of());
    }

    private static Map<String, Object> frame(String check, int index) {
        return Samples.document("check", check, "measured", 0.5, "limit", 0.1, "partId", "P-" + index, "fileName", null,
                "capturedAt", "2026-01-02T03:04:05Z", "topic", "crossline.images.captured.v1", "partition", 2, "offset",
                150 + index, "image", index, "picture", "/lines/line-b/pictures/2/%d/%d".formatted(150 + index, index));
    }
}
