package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {

    private record Settings(int epochs, int batch, int maxStepsPerEpoch) implements Hyperparameters {}

    /** Counts its steps; the loss of a step is its number. */
    private static class Counter implements TrainingSteps, Stateful {

        private int count;

        @Override
        public Map<String, Double> step() {
            count++;
            return Map.of("count", (double) count);
        }

        @Override
        public int imagesPerStep() {
            return 4;
        }

        @Override
        public List<Stateful> state() {
            return List.of(this);
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(count);
        }

        @Override
        public void load(DataInput in) throws IOException {
            count = in.readInt();
        }

        @Override
        public void close() {}
    }

    private final TrainingLoop loop = new TrainingLoop("count", new Settings(3, 4, 0), 1, 20, 4);

    @TempDir
    Path folder;

    @Test
    void everyEpochIsReportedWithTheMeansOfItsSteps() {
        List<EpochReport> reports = new ArrayList<>();

        loop.run(new Counter(), reports::add, Checkpoints.none(), () -> false);

        assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2, 3);
        assertThat(reports).extracting(report -> report.losses().get("count")).containsExactly(3.0, 8.0, 13.0);
    }

    @Test
    void theStepLimitShortensAnEpoch() {
        assertThat(new TrainingLoop("count", new Settings(3, 4, 2), 1, 20, 4).stepsPerEpoch()).isEqualTo(2);
        assertThat(loop.stepsPerEpoch()).isEqualTo(5);
    }

    /** Given a run of short epochs, when no checkpoint is due, then only its end is saved. */
    @Test
    void epochsShorterThanTheIntervalAreNotSavedEach() {
        AtomicInteger saved = new AtomicInteger();
        Checkpoints checkpoints = new Checkpoints() {
            @Override
            public Optional<byte[]> newest() {
                return Optional.empty();
            }

            @Override
            public void save(byte[] state) {
                saved.incrementAndGet();
            }

            @Override
            public Duration interval() {
                return Duration.ofDays(1);
            }
        };

        loop.run(new Counter(), TrainingListener.none(), checkpoints, () -> false);

        assertThat(saved).hasValue(1);
    }

    /** Given a run that is cancelled before a checkpoint is due, when it runs again, then no step is lost. */
    @Test
    void aCancelledRunGoesOnFromItsCheckpointWithinTheEpoch() {
        Checkpoints checkpoints = new FileCheckpoints(folder.resolve("job.checkpoint"), Duration.ofDays(1));
        Counter counter = new Counter();
        List<EpochReport> reports = new ArrayList<>();
        assertThatThrownBy(() -> loop.run(counter, TrainingListener.none(), checkpoints, () -> counter.count == 7))
                .isInstanceOf(TrainingCancelledException.class).hasMessageContaining("epoch 2 after step 2");

        loop.run(new Counter(), reports::add, checkpoints, () -> false);

        assertThat(reports).extracting(EpochReport::epoch).containsExactly(2, 3);
        assertThat(reports).extracting(report -> report.losses().get("count")).containsExactly(8.0, 13.0);
    }

    @Test
    void aCheckpointOfAnotherRunOrDamagedIsRefused() {
        FileCheckpoints checkpoints = new FileCheckpoints(folder.resolve("job.checkpoint"), Duration.ZERO);
        loop.run(new Counter(), TrainingListener.none(), checkpoints, () -> false);
        TrainingLoop other = new TrainingLoop("count", new Settings(3, 4, 0), 2, 20, 4);

        assertThatThrownBy(() -> other.run(new Counter(), TrainingListener.none(), checkpoints, () -> false))
                .isInstanceOf(UnusableCheckpointException.class).hasMessageContaining("seed 1")
                .hasMessageContaining("seed 2");

        byte[] bytes = checkpoints.newest().orElseThrow();
        bytes[bytes.length / 2]++;
        checkpoints.save(bytes);
        assertThatThrownBy(() -> loop.run(new Counter(), TrainingListener.none(), checkpoints, () -> false))
                .isInstanceOf(UnusableCheckpointException.class).hasMessageContaining("checksum");
    }

    @Test
    void aLossThatIsNoNumberEndsTheRun() {
        Counter diverging = new Counter() {
            @Override
            public Map<String, Double> step() {
                return Map.of("count", super.step().get("count") == 2 ? Double.NaN : 1.0);
            }
        };

        assertThatThrownBy(
                () -> loop.run(diverging, TrainingListener.none(), Checkpoints.none(), () -> false))
                .isInstanceOf(TrainingDivergedException.class).hasMessageContaining("count loss is NaN")
                .hasMessageContaining("epoch 1, step 2");
    }
}
