package io.crossline.evaluation.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.crossline.contracts.Method;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Verdict;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;

/** An evaluation as it stands in the database, without its projections, which are large. */
public record RecordedEvaluation(String modelVersion, UUID adaptationId, UUID jobId, ModelKind kind, Method method,
        String sourceLine, String targetLine, Verdict verdict, String reason, List<String> classNames,
        Map<String, Double> figures, List<LineScore> scores, String archiveSha256, Instant evaluatedAt) {

    RecordedEvaluation with(List<LineScore> ofLines) {
        return new RecordedEvaluation(modelVersion, adaptationId, jobId, kind, method, sourceLine, targetLine, verdict,
                reason, classNames, figures, ofLines, archiveSha256, evaluatedAt);
    }

    ModelEvaluated event() {
        return new ModelEvaluated(modelVersion, kind, method, jobId, adaptationId, sourceLine, targetLine,
                accuracy(Role.SOURCE), accuracy(Role.TARGET), figures, verdict, reason, archiveSha256,
                evaluatedAt);
    }

    /** Empty where the line had no test images. */
    public Optional<LineScore> score(Role role) {
        return scores.stream().filter(score -> score.role() == role).findFirst();
    }

    private Double accuracy(Role role) {
        return score(role).map(LineScore::accuracy).orElse(null);
    }
}
