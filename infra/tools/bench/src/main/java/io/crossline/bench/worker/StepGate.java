package io.crossline.bench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.crossline.adaptation.trainer.EpochReport;
import io.crossline.adaptation.trainer.TrainingListener;
import io.crossline.bench.row.Side;

/**
 * Times the steps of a trainer, which asks before each of them whether it is cancelled: from one question to the next is
 * one step. Between two rounds the question waits.
 */
final class StepGate implements BooleanSupplier, TrainingListener {

    private static final int WARM_UP = 3;

    private final Rounds rounds;
    private final int stepsOfARound;
    private final List<Double> milliseconds = new ArrayList<>();
    private long began;
    private int warm;

    StepGate(Rounds rounds, int stepsOfARound) {
        this.rounds = rounds;
        this.stepsOfARound = stepsOfARound;
    }

    /** Whether no more is asked. */
    @Override
    public boolean getAsBoolean() {
        boolean ended = began != 0 && !stepDone((System.nanoTime() - began) / 1e6);
        began = System.nanoTime();
        return ended;
    }

    /** What happens between two epochs is no part of a step. */
    @Override
    public void epoch(EpochReport report) {
        began = 0;
    }

    /** Returns whether to go on. */
    private boolean stepDone(double taken) {
        if (warm < WARM_UP) {
            warm++;
            if (warm == 1) {
                rounds.first();
            }
            if (warm < WARM_UP) {
                return true;
            }
            rounds.ready();
            return rounds.next();
        }
        milliseconds.add(taken);
        if (milliseconds.size() < stepsOfARound) {
            return true;
        }
        rounds.answer(Side.median(milliseconds.stream().mapToDouble(Double::doubleValue).toArray()));
        milliseconds.clear();
        return rounds.next();
    }
}
