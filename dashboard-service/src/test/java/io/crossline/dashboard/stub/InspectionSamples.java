package io.crossline.dashboard.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.Method;

/** Escapes, overkill and the recommendation as the evaluation service gives them. */
final class InspectionSamples {

    private static final List<String> VALIDATORS = List.of("estimatedAccuracy", "stability", "weightedAccuracy",
            "information", "neighbourhood");

    private InspectionSamples() {}

    /** @param value 0 to 1 */
    static Map<String, Object> share(double value) {
        return Samples.document("value", value, "low", Math.max(0, value - 0.03), "high", Math.min(1, value + 0.04));
    }

    static Map<String, Object> interval(double value) {
        return Samples.document("low", Math.max(0, value - 0.03), "high", Math.min(1, value + 0.04));
    }

    /** @param loss share of wrong answers */
    static Map<String, Object> trade(double loss) {
        List<Object> points = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            double threshold = i / 100.0;
            points.add(Samples.document("threshold", threshold, "escapes", Math.pow(1 - threshold, 1 / (loss + 0.05)),
                    "overkill", Math.pow(threshold, 1 / (loss + 0.05))));
        }
        return Samples.document("goodClass", "good", "points", points);
    }

    /** The source classifier alone has nothing to be compared with. */
    static Map<String, Object> recommendation(List<Method> finished) {
        List<Object> comparisons = finished.stream().filter(method -> method != Method.SOURCE)
                .map(InspectionSamples::comparison).toList();
        boolean dann = finished.contains(Method.DANN);
        String reason = comparisons.isEmpty()
                ? "There is no method's model to compare the source classifier with."
                : dann
                        ? "Recommended: dann (4 of 5 validators hold it for better than the source classifier, 0 the source classifier)."
                        : "No method is surely better than the source classifier.";
        return Samples.document("modelVersion", dann ? Samples.modelVersion(Method.DANN) : null, "method",
                dann ? Method.DANN : null, "reason", reason, "comparisons", comparisons);
    }

    private static Object comparison(Method method) {
        List<Object> validators = new ArrayList<>();
        for (int i = 0; i < VALIDATORS.size(); i++) {
            boolean better = method == Method.DANN ? i != 4 : i == 0;
            boolean worse = method != Method.DANN && i == 3;
            validators.add(Samples.document("name", VALIDATORS.get(i), "champion", 0.61, "candidate",
                    better ? 0.84 : worse ? 0.42 : 0.62, "low", better ? 0.17 : worse ? -0.25 : -0.02, "high",
                    better ? 0.29 : worse ? -0.13 : 0.03, "vote", better ? "candidate" : worse ? "champion" : "none"));
        }
        return Samples.document("modelVersion", Samples.modelVersion(method), "method", method, "verdict",
                Samples.document("verdict", method == Method.DANN ? "ACCEPTED" : "REFUSED", "reason",
                        "4 of 5 validators hold the candidate for better, 0 the champion.", "images", 400, "paired",
                        null, "validators", validators, "classCollapse", method == Method.CORAL, "negativeTransfer",
                        false, "disagreement", method != Method.DANN));
    }
}
