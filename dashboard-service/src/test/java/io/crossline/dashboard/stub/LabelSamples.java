package io.crossline.dashboard.stub;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The labels that people gave, and the pictures that wait for one. */
public final class LabelSamples {

    private static final List<String> WHY = List.of("uncertain", "disagreed on", "different",
            "drawn at random");
    private static final int WAITING = 20;

    private LabelSamples() {}

    public static Map<String, Object> queue() {
        return Samples.document("classNames", Samples.CLASSES, "items",
                IntStream.range(0, WAITING).mapToObj(LabelSamples::item).toList());
    }

    private static Map<String, Object> item(int index) {
        int label = index * 7 % Samples.CLASSES.size();
        return Samples.document("topic", "crossline.images.captured.v1", "partition", 2, "offset", 140 + index,
                "image", index * 11 % 128, "predictedClass", Samples.CLASSES.get((label + index % 2) % 6), "confidence",
                0.34 + 0.02 * index, "why", WHY.get(index % WHY.size()), "picture",
                Pictures.dataUri(label, true, index));
    }

    public static Map<String, Object> label() {
        return Samples.document("topic", "crossline.images.captured.v1", "partition", 2, "offset", 140, "image", 0,
                "className", "good", "by", "Ada");
    }

    public static Map<String, Object> labels(int given) {
        return Samples.document("given", given, "byClass",
                Samples.document("good", given - 11, "scratch", 6, "hole", 2, "dent", 3), "audit",
                Samples.document("modelVersion", "teacher-c7c7c7c7", "since", "2026-01-31T14:02:33Z", "drawn", 130,
                        "audited", 120,
                        "accuracy", Samples.document("parts", 120, "observed", 0.975, "bound", 0.912), "escapes",
                        Samples.document("parts", 6, "observed", 0.0, "bound", 0.614), "sentence",
                        "Right on at least 91.2 % of the parts, escapes at most 61.4 % of the defects, 95 %, at any time "
                                + "since 2026-01-31 14:02 UTC, from 120 audited parts, 6 of them defects."),
                "cycles",
                List.of(Samples.document("cycleId", "c7c7c7c7-0000-4000-8000-000000000002", "labels", 20,
                        "accuracyBefore", 0.871, "accuracyAfter", 0.926, "gainPerLabel", 0.00275)));
    }
}
