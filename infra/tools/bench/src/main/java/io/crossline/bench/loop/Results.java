package io.crossline.bench.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came out, over all runs: drift by model, reference and kind; estimates by model, estimator and group. */
final class Results {

    /** A row of the drift's table. */
    record DriftKey(String model, String reference, WindowKindName kind) {}

    /** A kind without its numbers. */
    record WindowKindName(String name, String group, boolean change) {

        static WindowKindName of(WindowKind kind) {
            return new WindowKindName(kind.name(), kind.group(), kind.change());
        }
    }

    /** A cell of the estimates' table; group {@link #ALL} is over all windows. */
    record EstimateKey(String model, String estimator, String group) {}

    static final String ALL = "all";

    private final Map<DriftKey, DriftTally> drift = new LinkedHashMap<>();
    private final Map<EstimateKey, EstimateTally> estimates = new LinkedHashMap<>();
    private final Map<List<String>, List<Double>> accuracies = new LinkedHashMap<>();

    DriftTally drift(String model, String reference, WindowKind kind) {
        return drift.computeIfAbsent(new DriftKey(model, reference, WindowKindName.of(kind)), key -> new DriftTally());
    }

    EstimateTally estimates(String model, String estimator, String group) {
        return estimates.computeIfAbsent(new EstimateKey(model, estimator, group), key -> new EstimateTally());
    }

    /** Notes a run's true accuracy on a kind's windows. */
    void accuracy(String model, WindowKind kind, double accuracy) {
        accuracies.computeIfAbsent(List.of(model, kind.name()), key -> new ArrayList<>()).add(accuracy);
    }

    /** Mean over the runs; not a number without any. */
    double accuracy(String model, String kind) {
        return accuracies.getOrDefault(List.of(model, kind), List.of()).stream().mapToDouble(value -> value).average()
                .orElse(Double.NaN);
    }

    Map<DriftKey, DriftTally> drift() {
        return drift;
    }

    Map<EstimateKey, EstimateTally> estimates() {
        return estimates;
    }

    Set<String> models() {
        Set<String> models = new LinkedHashSet<>();
        accuracies.keySet().forEach(key -> models.add(key.get(0)));
        return models;
    }
}
