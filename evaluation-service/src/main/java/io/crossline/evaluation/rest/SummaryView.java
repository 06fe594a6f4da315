package io.crossline.evaluation.rest;

import java.util.List;
import java.util.UUID;

import io.crossline.contracts.Method;
import io.crossline.evaluation.store.Adaptation;
import io.crossline.evaluation.store.MethodResult;

/**
 * An adaptation's methods side by side.
 *
 * @param source dataset of the source line's training images
 * @param backend of the numerics; null until the first model is evaluated
 * @param complete whether every method that was asked for is evaluated
 * @param rows one for each method evaluated so far, in the order of {@link io.crossline.contracts.Method}
 */
public record SummaryView(UUID adaptationId, String source, String target, String sourceLine, String targetLine,
        String preset, long seed, String backend, boolean complete, List<Row> rows) {

    /**
     * One method.
     *
     * @param improvement target accuracy minus that of the source-only classifier; null where either is not known
     */
    public record Row(Method method, Double sourceAccuracy, Double targetAccuracy, Double improvement,
            double trainSeconds, double imagesPerSecond, String modelVersion) {}

    static SummaryView of(Adaptation adaptation, List<MethodResult> results) {
        Double baseline = results.stream().filter(result -> result.method() == Method.SOURCE).findFirst()
                .map(MethodResult::targetAccuracy).orElse(null);
        List<Row> rows = adaptation.methods().stream().sorted()
                .flatMap(method -> results.stream().filter(result -> result.method() == method).limit(1))
                .map(result -> row(result, baseline)).toList();
        return new SummaryView(adaptation.adaptationId(), adaptation.sourceDataset(), adaptation.targetDataset(),
                adaptation.sourceLine(), adaptation.targetLine(), adaptation.preset(), adaptation.seed(),
                results.isEmpty() ? null : results.get(0).backend(), rows.size() == adaptation.methods().size(), rows);
    }

    private static Row row(MethodResult result, Double baseline) {
        Double improvement = baseline == null || result.targetAccuracy() == null
                ? null
                : result.targetAccuracy() - baseline;
        return new Row(result.method(), result.sourceAccuracy(), result.targetAccuracy(), improvement,
                result.trainSeconds(), result.imagesPerSecond(), result.modelVersion());
    }
}
