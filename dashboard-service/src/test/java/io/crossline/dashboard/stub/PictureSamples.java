package io.crossline.dashboard.stub;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.crossline.dashboard.stub.FakeService.Answer;

/** How the target line sees. */
final class PictureSamples {

    private PictureSamples() {}

    static void give(FakeService ingest) {
        String line = "/lines/" + Samples.TARGET;
        ingest.json(line, PictureSamples::line);
        ingest.json(line + "/pictures", () -> List.of(picture()));
        ingest.on(line + "/pictures/7/sent", () -> Answer.png(Pictures.contactSheet(1, true, 3)));
        ingest.on(line + "/pictures/7/seen", () -> Answer.png(Pictures.contactSheet(6, true, 3)));
    }

    private static Map<String, Object> line() {
        return Samples.document("line", Samples.TARGET, "imagesTotal", 10_240, "batchesTotal", 80, "imagesPerSecond",
                512.5,
                "lastCapturedAt", Samples.NOW.minusSeconds(4).toString(), "shape", shape(), "classNames",
                Samples.CLASSES, "pictures",
                settings(), "version", 2, "rejected", null);
    }

    private static Map<String, Object> settings() {
        return Samples.document("fit", "letterbox", "region", null, "bits", 12, "background", "#000000", "upright",
                true,
                "pages", "first", "tiles", Map.of("side", 64, "overlap", 16, "height", 96, "width", 128));
    }

    private static Map<String, Object> picture() {
        return Samples.document("id", "7", "fileName", "0007.png", "partId", "P-0007", "capturedAt", null, "takenAt",
                Instant.parse("2026-01-31T14:02:00Z"), "height", 2048, "width", 2448, "pictures", settings(), "shape",
                shape(), "images", 6, "notes",
                List.of("2448 x 2048 pixels become 115 x 96: a feature of 12 px becomes 0.6 px"), "sent",
                "/lines/x/pictures/7/sent", "seen", "/lines/x/pictures/7/seen");
    }

    private static Map<String, Object> shape() {
        return Samples.document("channels", 1, "height", 64, "width", 64);
    }
}
