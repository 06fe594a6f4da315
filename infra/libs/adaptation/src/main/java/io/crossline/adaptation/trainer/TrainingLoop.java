package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs a method's steps epoch by epoch: reports, saves checkpoints, resumes, stops when told to. */
public final class TrainingLoop {

    /** Reports within an epoch come no faster than this. */
    private static final long REPORT_NANOS = 400_000_000L;

    private final String run;
    private final int epochs;
    private final int stepsPerEpoch;

    /**
     * @param method name of the method
     * @param images an epoch is one pass over that many
     * @param batch images of them in one step
     */
    public TrainingLoop(String method, Hyperparameters hyperparameters, long seed, int images, int batch) {
        this.run = method + " " + hyperparameters.toMap() + " seed " + seed + " images " + images;
        this.epochs = hyperparameters.epochs();
        int full = images / batch;
        int limit = hyperparameters.maxStepsPerEpoch();
        this.stepsPerEpoch = limit == 0 ? full : Math.min(full, limit);
    }

    public int epochs() {
        return epochs;
    }

    public int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** Runs to the end; see {@link Trainer#train}. */
    public void run(TrainingSteps steps, TrainingListener listener, Checkpoints checkpoints,
            BooleanSupplier cancelled) {
        Position position = new Position();
        List<Stateful> state = new ArrayList<>(steps.state());
        state.add(position);
        state.add(position.losses);
        checkpoints.newest().ifPresent(bytes -> CheckpointFormat.read(bytes, run, state));
        listener.started(position.epochsDone, epochs, stepsPerEpoch);
        long saved = System.nanoTime();
        while (position.epochsDone < epochs) {
            saved = epoch(steps, position, state, listener, checkpoints, cancelled, saved);
        }
        steps.finish();
    }

    private long epoch(TrainingSteps steps, Position position, List<Stateful> state, TrainingListener listener,
            Checkpoints checkpoints, BooleanSupplier cancelled, long lastSaved) {
        long saved = lastSaved;
        long reported = System.nanoTime();
        int epoch = position.epochsDone + 1;
        long nanosBefore = position.nanos;
        int stepsBefore = position.step;
        while (position.step < stepsPerEpoch) {
            if (cancelled.getAsBoolean()) {
                checkpoints.save(CheckpointFormat.write(run, state));
                throw new TrainingCancelledException(epoch, position.step);
            }
            long began = System.nanoTime();
            position.losses.add(steps.step(), epoch, position.step + 1);
            long now = System.nanoTime();
            position.nanos += now - began;
            position.step++;
            if (now - reported >= REPORT_NANOS) {
                reported = now;
                double speed = speed(steps, position.step - stepsBefore, position.nanos - nanosBefore);
                listener.step(new StepReport(epoch, epochs, position.step, stepsPerEpoch, position.losses.means(),
                        speed));
            }
            if (position.step < stepsPerEpoch && isDue(checkpoints, saved)) {
                checkpoints.save(CheckpointFormat.write(run, state));
                saved = System.nanoTime();
            }
        }
        double speed = speed(steps, stepsPerEpoch - stepsBefore, position.nanos - nanosBefore);
        EpochReport report = new EpochReport(epoch, epochs, position.losses.means(), speed, position.nanos / 1e9);
        position.epochsDone = epoch;
        position.step = 0;
        position.losses.clear();
        if (position.epochsDone == epochs || isDue(checkpoints, saved)) {
            checkpoints.save(CheckpointFormat.write(run, state));
            saved = System.nanoTime();
        }
        listener.epoch(report);
        return saved;
    }

    private static boolean isDue(Checkpoints checkpoints, long saved) {
        return System.nanoTime() - saved >= checkpoints.interval().toNanos();
    }

    private static double speed(TrainingSteps steps, int count, long nanos) {
        return nanos == 0 ? 0 : 1e9 * count * steps.imagesPerStep() / nanos;
    }

    /** Where in the run it is. */
    private static final class Position implements Stateful {

        private int epochsDone;
        /** Steps done of the epoch that runs. */
        private int step;
        /** Time spent in steps. */
        private long nanos;
        private final LossMeans losses = new LossMeans();

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(epochsDone);
            out.writeInt(step);
            out.writeLong(nanos);
        }

        @Override
        public void load(DataInput in) throws IOException {
            epochsDone = in.readInt();
            step = in.readInt();
            nanos = in.readLong();
        }
    }
}
