package io.crossline.evaluation.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import io.crossline.contracts.Json;
import io.crossline.monitoring.gate.Recommendation;
import io.crossline.monitoring.projection.Point;

/** Columns of type jsonb. */
final class JsonColumn {

    private JsonColumn() {}

    static String write(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    static Map<String, Double> figures(String json) {
        return read(json, new TypeReference<>() {
        });
    }

    static Map<String, Map<String, Integer>> counts(String json) {
        return read(json, new TypeReference<>() {
        });
    }

    static Map<String, Long> images(String json) {
        return read(json, new TypeReference<>() {
        });
    }

    static Map<String, String> texts(String json) {
        return read(json, new TypeReference<>() {
        });
    }

    static List<Point> points(String json) {
        return read(json, new TypeReference<>() {
        });
    }

    static List<Recommendation.Comparison> comparisons(String json) {
        return read(json, new TypeReference<>() {
        });
    }

    static <T> T read(String json, Class<T> type) {
        return Json.decode(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds JSON of another form: " + e.getOriginalMessage(), e);
        }
    }
}
