package io.crossline.training.jobs;

import java.util.Map;
import java.util.function.Supplier;

import io.crossline.adaptation.trainer.EpochReport;
import io.crossline.adaptation.trainer.StepReport;
import io.crossline.adaptation.trainer.TrainingListener;

/** Passes a trainer's reports on as the job's progress, and remembers how long the training took. */
final class PhaseListener implements TrainingListener {

    /** Scores of a phase at most, and one of its end: an epoch of few images takes no longer than a score. */
    private static final int SCORES = 10;

    private final ProgressReporter progress;
    private final Supplier<Map<String, Double>> metrics;
    private boolean resumed;
    private double trainSeconds;
    private double seenSeconds;
    private double seenImages;

    /** @param metrics scores the networks as they stand at the end of an epoch: ten times a phase and at its end */
    PhaseListener(ProgressReporter progress, Supplier<Map<String, Double>> metrics) {
        this.progress = progress;
        this.metrics = metrics;
    }

    @Override
    public void started(int epochsDone, int epochs, int stepsPerEpoch) {
        resumed = epochsDone > 0;
        if (resumed) {
            progress.resumed(epochsDone);
        }
    }

    @Override
    public void step(StepReport report) {
        progress.stepped(report.epoch() - 1, report.fraction(), report.losses(), report.imagesPerSecond());
    }

    @Override
    public void epoch(EpochReport report) {
        double seconds = report.trainSeconds() - trainSeconds;
        trainSeconds = report.trainSeconds();
        if (!resumed) {
            seenSeconds += seconds;
            seenImages += seconds * report.imagesPerSecond();
        }
        resumed = false;
        progress.epochDone(report.epoch(), report.losses(), isScored(report) ? metrics.get() : Map.of(),
                report.imagesPerSecond());
    }

    private static boolean isScored(EpochReport report) {
        int apart = (report.epochs() + SCORES - 1) / SCORES;
        return report.epoch() % apart == 0 || report.epoch() == report.epochs();
    }

    /** Seconds spent in steps, over all interruptions; 0 before the first epoch's end. */
    double trainSeconds() {
        return trainSeconds;
    }

    /** Mean pace of the epochs that were watched; 0 where there was none. */
    double imagesPerSecond() {
        return seenSeconds > 0 ? seenImages / seenSeconds : 0;
    }
}
