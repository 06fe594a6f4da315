package io.crossline.evaluation.scoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Verdict;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;
import io.crossline.monitoring.projection.Projection;

/**
 * All that is found out about one model.
 *
 * @param figures by name, such as {@code cycleError}
 * @param scores one for each line that has test images; none for generators
 * @param before test images by the parent model's features, the model's own where it has no parent; null if the parent is
 *        not in Kafka, and for generators
 * @param after the same images by this model's features; null for generators
 * @param archiveSha256 of the archive that was evaluated, in hex; null where it is not known
 */
public record Evaluation(ModelManifest model, Verdict verdict, String reason, Map<String, Double> figures,
        List<LineScore> scores, Projection before, Projection after, Instant evaluatedAt,
        String archiveSha256) {

    /** Of an archive that is not known yet. */
    public Evaluation(ModelManifest model, Verdict verdict, String reason, Map<String, Double> figures,
            List<LineScore> scores, Projection before, Projection after, Instant evaluatedAt) {
        this(model, verdict, reason, figures, scores, before, after, evaluatedAt, null);
    }

    public Evaluation {
        figures = Map.copyOf(figures);
        scores = List.copyOf(scores);
        evaluatedAt = evaluatedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    Evaluation of(byte[] archive) {
        return new Evaluation(model, verdict, reason, figures, scores, before, after, evaluatedAt,
                Sha256.hex(archive));
    }

    public ModelEvaluated event() {
        return new ModelEvaluated(model.modelVersion(), model.kind(), model.method(), model.jobId(),
                model.adaptationId(), model.source().line(), model.target().line(), accuracy(Role.SOURCE),
                accuracy(Role.TARGET), figures, verdict, reason, archiveSha256,
                evaluatedAt);
    }

    private Double accuracy(Role role) {
        return scores.stream().filter(score -> score.role() == role).findFirst().map(LineScore::accuracy).orElse(null);
    }
}
