package io.crossline.evaluation.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.crossline.contracts.Method;
import io.crossline.evaluation.gate.Recommendations.Made;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.store.Adaptation;
import io.crossline.evaluation.store.MethodResult;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;

/**
 * An adaptation's methods side by side.
 *
 * @param source dataset of the source line's training images
 * @param backend of the numerics; null until the first model is evaluated
 * @param complete whether every method that was asked for is evaluated
 * @param recommended method of the recommended model; null where no method is surely better than the source classifier, and as long as
 *        {@code recommendation} is null
 * @param recommendation of all models evaluated so far; null until it is made, and where there is no source classifier
 * @param rows one for each method evaluated so far, in the order of {@link io.crossline.contracts.Method}
 */
public record SummaryView(UUID adaptationId, String source, String target, String sourceLine, String targetLine,
        String preset, long seed, String backend, boolean complete, Method recommended,
        RecommendationView recommendation, List<SummaryRow> rows) {

    static SummaryView of(Adaptation adaptation, List<MethodResult> results, Optional<Made> made, ToldAims aims) {
        Double baseline = results.stream().filter(result -> result.method() == Method.SOURCE).findFirst()
                .flatMap(result -> result.evaluation().score(Role.TARGET)).map(LineScore::accuracy).orElse(null);
        List<SummaryRow> rows = adaptation.methods().stream().sorted()
                .flatMap(method -> results.stream().filter(result -> result.method() == method).limit(1))
                .map(result -> SummaryRow.of(result, baseline, aims)).toList();
        RecommendationView recommendation = made.filter(one -> one.compared().equals(versions(results)))
                .map(RecommendationView::of).orElse(null);
        return new SummaryView(adaptation.adaptationId(), adaptation.sourceDataset(), adaptation.targetDataset(),
                adaptation.sourceLine(), adaptation.targetLine(), adaptation.preset(), adaptation.seed(),
                results.isEmpty() ? null : results.get(0).backend(), rows.size() == adaptation.methods().size(),
                recommendation == null ? null : recommendation.method(), recommendation, rows);
    }

    private static Set<String> versions(List<MethodResult> results) {
        return results.stream().map(result -> result.evaluation().modelVersion()).collect(Collectors.toSet());
    }
}
