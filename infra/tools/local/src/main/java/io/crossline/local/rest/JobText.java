package io.crossline.local.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.local.console.Durations;

/** A training job in one line. */
public final class JobText {

    private JobText() {}

    /** {@code train-generators, epoch 2/5, loss 0.412, 830 images/s, 1 min 20 s left}; what is not known is left out. */
    public static String progress(JsonNode job) {
        List<String> parts = new ArrayList<>();
        if (job.hasNonNull("phase") && !job.get("phase").asText().isEmpty()) {
            parts.add(job.get("phase").asText());
        }
        if (job.path("epochs").asInt() > 0) {
            parts.add("epoch %d/%d".formatted(job.path("epoch").asInt(), job.path("epochs").asInt()));
        }
        loss(job.path("losses"), parts);
        if (job.path("imagesPerSecond").asDouble() > 0) {
            parts.add(String.format(Locale.ROOT, "%.0f images/s", job.path("imagesPerSecond").asDouble()));
        }
        if (job.path("secondsLeft").isNumber()) {
            parts.add(Durations.text(job.path("secondsLeft").asDouble()) + " left");
        }
        if (parts.isEmpty()) {
            parts.add(job.path("message").asText("running"));
        }
        return String.join(", ", parts);
    }

    public static String completed(JsonNode job) {
        return "%s in %s".formatted(job.path("modelVersion").asText("trained"),
                Durations.text(job.path("elapsedSeconds").asDouble()));
    }

    /** The total where there is one, else the first that is named. */
    private static void loss(JsonNode losses, List<String> parts) {
        if (!losses.isObject() || losses.isEmpty()) {
            return;
        }
        Map.Entry<String, JsonNode> shown = losses.properties().stream()
                .filter(loss -> List.of("total", "loss").contains(loss.getKey())).findFirst()
                .orElseGet(() -> losses.properties().iterator().next());
        String name = List.of("total", "loss").contains(shown.getKey()) ? "loss" : shown.getKey();
        parts.add(String.format(Locale.ROOT, "%s %.3f", name, shown.getValue().asDouble()));
    }
}
