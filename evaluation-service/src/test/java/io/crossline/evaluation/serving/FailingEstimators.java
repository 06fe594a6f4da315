package io.crossline.evaluation.serving;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.common.errors.TimeoutException;

import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.estimate.AccuracyEstimate;

/** Estimators for which the broker does not answer at first. */
public final class FailingEstimators extends EstimatorsStandIn {

    private final AtomicInteger failures;

    /** @param failures before the first answer */
    public FailingEstimators(int failures) {
        super(Map.of());
        this.failures = new AtomicInteger(failures);
    }

    @Override
    AccuracyEstimate estimate(ServingModel model, String line, List<Observation> window) {
        if (failures.getAndDecrement() > 0) {
            throw new TimeoutException("The broker does not answer");
        }
        return super.estimate(model, line, window);
    }

    public boolean hasFailed() {
        return failures.get() < 0;
    }
}
