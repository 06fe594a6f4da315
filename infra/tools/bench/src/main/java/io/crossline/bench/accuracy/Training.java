package io.crossline.bench.accuracy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.crossline.adaptation.trainer.Checkpoints;
import io.crossline.adaptation.trainer.EpochReport;
import io.crossline.adaptation.trainer.FileCheckpoints;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Trainer;
import io.crossline.adaptation.trainer.TrainingListener;
import io.crossline.contracts.Method;
import io.crossline.contracts.Sha256;

/**
 * One training to its end.
 *
 * @param id names it, one of {@link #IDS}
 * @param origin everything besides the hyperparameters that decides its result: lines, seed, what it starts from
 */
public record Training(String id, Hyperparameters hyperparameters, String origin) {

    public static final String SOURCE = "source";
    public static final String GENERATORS = "generators";
    public static final String FINE_TUNE = "fine-tune";
    /** A method that adapts in one training names it. */
    public static final Set<String> IDS = Stream.concat(Stream.of(SOURCE, GENERATORS, FINE_TUNE),
            Arrays.stream(Method.values()).filter(method -> method != Method.CYCLEGAN).map(Method::id))
            .collect(Collectors.toUnmodifiableSet());

    /** Of progress, about, for a training. */
    private static final int LINES = 10;

    /** An origin for what starts from this training's result. */
    String fingerprint() {
        return Sha256.hex((id + " " + hyperparameters.toMap() + " " + origin).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param keep folder that keeps the state: the same training again gives its result at once, and one that was
     *        interrupted goes on; null to keep nothing
     * @param progress gets about ten lines
     */
    <N> Trained<N> run(Trainer<N> trainer, Path keep, Consumer<String> progress) {
        Checkpoints checkpoints = keep == null
                ? Checkpoints.none()
                : new FileCheckpoints(keep.resolve(id + "-" + fingerprint().substring(0, 16) + ".checkpoint"),
                        Duration.ofMinutes(1));
        EpochReport[] last = new EpochReport[1];
        TrainingListener listener = report -> {
            last[0] = report;
            int every = Math.max(1, report.epochs() / LINES);
            if (report.epoch() % every == 0 || report.epoch() == report.epochs()) {
                progress.accept("%s: epoch %d of %d, %.0f s".formatted(id, report.epoch(), report.epochs(),
                        report.trainSeconds()));
            }
        };
        N networks = trainer.train(listener, checkpoints, () -> false);
        int steps = trainer.epochs() * trainer.stepsPerEpoch();
        return new Trained<>(networks, steps, last[0] == null ? Double.NaN : last[0].trainSeconds());
    }

    /**
     * @param networks the caller closes them
     * @param seconds spent in steps; not a number where the kept result was taken
     */
    public record Trained<N>(N networks, int steps, double seconds) {}
}
