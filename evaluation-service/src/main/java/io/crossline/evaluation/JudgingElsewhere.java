package io.crossline.evaluation;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;

/** Leaves regular work of judging to the deployments that judge. */
@Singleton
public class JudgingElsewhere implements Scheduled.SkipPredicate {

    private final EvaluationConfig config;

    JudgingElsewhere(EvaluationConfig config) {
        this.config = config;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return !config.role().judges();
    }
}
