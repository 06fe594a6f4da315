package io.crossline.evaluation.scoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.metrics.LineScore;
import io.crossline.evaluation.metrics.Role;
import io.crossline.evaluation.projection.Projection;

/**
 * All that is found out about one model.
 *
 * @param figures by name, such as {@code cycleError}
 * @param scores one for each line that has test images; none for generators
 * @param before test images by the parent model's features, the model's own where it has no parent; null if the parent is
 *        not on the bus, and for generators
 * @param after the same images by this model's features; null for generators
 */
public record Evaluation(ModelManifest model, Verdict verdict, String reason, Map<String, Double> figures,
        List<LineScore> scores, Projection before, Projection after, Instant evaluatedAt) {

    public Evaluation {
        figures = Map.copyOf(figures);
        scores = List.copyOf(scores);
        evaluatedAt = evaluatedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public ModelEvaluated event() {
        return new ModelEvaluated(model.modelVersion(), model.kind(), model.method(), model.jobId(),
                model.adaptationId(), model.source().line(), model.target().line(), accuracy(Role.SOURCE),
                accuracy(Role.TARGET), figures, verdict, reason, evaluatedAt);
    }

    private Double accuracy(Role role) {
        return scores.stream().filter(score -> score.role() == role).findFirst().map(LineScore::accuracy).orElse(null);
    }
}
