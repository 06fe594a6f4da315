package io.crossline.dashboard.stub;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;

/** What ingest-service did not take. */
final class RefusedSamples {

    private static final Instant SINCE = Instant.parse("2026-01-31T14:02:00Z");

    private RefusedSamples() {}

    static Map<String, Object> watched() {
        return Samples.document("name", "loose.png", "reason", "lies in no line's folder", "since", SINCE);
    }

    /** One of the target line that rejected two files, one that rejected nothing, and one of another line. */
    static List<Map<String, Object>> ingestions() {
        return List.of(ingestion(Samples.TARGET, 2), ingestion(Samples.TARGET, 0), ingestion(Samples.SOURCE, 1));
    }

    private static Map<String, Object> ingestion(String line, int rejected) {
        List<Map<String, Object>> items = List
                .<Map<String, Object>>of(Map.of("item", "a.png", "reason", "is no image"),
                        Map.of("item", "b.png", "reason", "is cut"))
                .subList(0, rejected);
        return Samples.document("id", line + rejected, "line", line, "spec", "folder:parts", "state", "COMPLETED",
                "imagesDone", 5000, "rejected", items, "rejectedCount", rejected, "classNames", Samples.CLASSES,
                "shape",
                Map.of("channels", 1, "height", 28, "width", 28), "selections",
                Map.of("train", selection(line, Split.TRAIN), "test", selection(line, Split.TEST)), "startedAt", SINCE,
                "finishedAt", SINCE.plusSeconds(20));
    }

    private static DataSelection selection(String line, Split split) {
        return new DataSelection(line, "parts", split, List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 2, 0, 46)));
    }
}
