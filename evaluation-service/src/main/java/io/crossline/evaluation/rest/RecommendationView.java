package io.crossline.evaluation.rest;

import java.util.List;

import io.crossline.contracts.Method;
import io.crossline.evaluation.gate.Recommendations.Made;
import io.crossline.monitoring.gate.Recommendation.Comparison;

/**
 * Which of an adaptation's models to use, found without target labels.
 *
 * @param modelVersion the recommended model, or null where none is
 * @param method of it, or null
 * @param reason one or two sentences for people
 * @param comparisons each method's model beside the source classifier, with every validator's vote
 */
public record RecommendationView(String modelVersion, Method method, String reason, List<Comparison> comparisons) {

    static RecommendationView of(Made made) {
        return new RecommendationView(made.recommendation().modelVersion(), made.recommendation().method(),
                made.recommendation().reason(), made.recommendation().comparisons());
    }
}
