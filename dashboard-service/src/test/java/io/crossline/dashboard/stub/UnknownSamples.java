package io.crossline.dashboard.stub;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Images of unknown kinds: a group of twelve, and two that are like no others. */
public final class UnknownSamples {

    private static final int GROUP = 12;

    private UnknownSamples() {}

    public static Map<String, Object> groups() {
        return Samples.document("enabled", true, "waiting", GROUP + 2, "named", Map.of("blister", 5), "groups",
                List.of(Samples.document("size", GROUP, "images",
                        IntStream.range(0, GROUP).mapToObj(index -> item(index, 5)).toList())),
                "single", List.of(item(GROUP, 2), item(GROUP + 1, 3)));
    }

    static Map<String, Object> none() {
        return Samples.document("enabled", true, "waiting", 0, "named", Map.of(), "groups", List.of(), "single",
                List.of());
    }

    static Map<String, Object> named() {
        return Samples.document("className", "blister", "images", GROUP, "known", false, "missing", 0);
    }

    private static Map<String, Object> item(int index, int label) {
        return Samples.document("topic", "crossline.images.captured.v1", "partition", 2, "offset", 150 + index,
                "image", index, "guess", "good", "confidence", 0.9, "pValue", 0.0005, "picture",
                Pictures.dataUri(label, true, index));
    }
}
