package io.crossline.bench.accuracy;

import java.util.LinkedHashMap;
import java.util.Map;

import io.crossline.monitoring.gate.Recommendation;

/**
 * What is recommended for a seed without a label of the target.
 *
 * @param recommendation of the committee
 */
record Recommended(long seed, Recommendation recommendation) {

    /** The method's name, or null where none is surely better than the source classifier. */
    String method() {
        return recommendation.method() == null ? null : recommendation.method().id();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seed", seed);
        json.put("recommended", method());
        json.put("reason", recommendation.reason());
        json.put("comparisons", recommendation.comparisons());
        return json;
    }
}
