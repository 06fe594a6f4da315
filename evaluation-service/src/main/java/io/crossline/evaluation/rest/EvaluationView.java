package io.crossline.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.store.RecordedEvaluation;

/**
 * What was found out about a model.
 *
 * @param figures by name, as they were when it was scored: a classifier's calibration errors, balanced accuracies, escapes and overkill;
 *        the generators' cycle errors and spreads
 * @param scores one for each line with test images; empty for generators
 * @param archiveSha256 of the archive that was evaluated, in hex: no other one is used; null for an evaluation from before
 */
public record EvaluationView(String modelVersion, ModelKind kind, Method method, UUID adaptationId, String sourceLine,
        String targetLine, Verdict verdict, String reason, Instant evaluatedAt, List<String> classNames,
        Map<String, Double> figures, List<LineScoreView> scores, String archiveSha256) {

    /** The same without the curves, which are long, for a list. */
    EvaluationView withoutTrades() {
        return new EvaluationView(modelVersion, kind, method, adaptationId, sourceLine, targetLine, verdict, reason,
                evaluatedAt, classNames, figures, scores.stream().map(LineScoreView::withoutTrade).toList(),
                archiveSha256);
    }

    static EvaluationView of(RecordedEvaluation evaluation, ToldAims aims) {
        return new EvaluationView(evaluation.modelVersion(), evaluation.kind(), evaluation.method(),
                evaluation.adaptationId(), evaluation.sourceLine(), evaluation.targetLine(), evaluation.verdict(),
                evaluation.reason(), evaluation.evaluatedAt(), evaluation.classNames(), evaluation.figures(),
                evaluation.scores().stream().map(
                        score -> LineScoreView.of(score, evaluation.classNames(), aims.of(score.line()))).toList(),
                evaluation.archiveSha256());
    }
}
