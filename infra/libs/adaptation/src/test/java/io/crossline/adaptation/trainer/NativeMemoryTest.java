package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.crossline.adaptation.coral.CoralHyperparameters;
import io.crossline.adaptation.coral.CoralTrainer;
import io.crossline.adaptation.cyclegan.CycleGanHyperparameters;
import io.crossline.adaptation.cyclegan.CycleGanTrainer;
import io.crossline.adaptation.dann.DannHyperparameters;
import io.crossline.adaptation.dann.DannTrainer;
import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.adaptation.source.SourceTrainer;
import io.crossline.adaptation.teacher.TeacherHyperparameters;
import io.crossline.adaptation.teacher.TeacherTrainer;
import io.crossline.contracts.ImageShape;
import io.crossline.networks.ClassifierNetworks;

/** Training for long takes no more memory outside the heap than training it for a while. */
@Tag("nightly")
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads resident memory from Linux's /proc")
class NativeMemoryTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final int CLASSES = 3;
    /** Enough to see a loss; {@code -Dcrossline.test.memory-steps=2000} trains as long as a job does. */
    private static final int STEPS = Integer.getInteger("crossline.test.memory-steps", 800);
    private static final int EPOCHS = 10;
    /**
     * Some 15 MiB come and go now and then. Over the six epochs in between, this is 40 KiB a step: a classifier's first layer's
     * lost array would be five times that.
     */
    private static final long TOLERANCE = 19;
    /** What counts is the least of several epochs. */
    private static final int LAST_EPOCHS = 3;

    static Stream<Arguments> methods() {
        Map<String, String> small = Map.of("epochs", String.valueOf(EPOCHS), "batch", "2");
        ClassifierNetworks initial = ClassifierNetworks.create(SHAPE, CLASSES, 42);
        return Stream.of(
                Arguments.of("source",
                        new SourceTrainer(source(), Hyperparameters.of(SourceHyperparameters.NOTEBOOK, small), 1)),
                Arguments.of("dann",
                        new DannTrainer(source(), target(), Hyperparameters.of(DannHyperparameters.NOTEBOOK, small), 1,
                                initial)),
                Arguments.of("coral",
                        new CoralTrainer(source(), target(), Hyperparameters.of(CoralHyperparameters.NOTEBOOK, small),
                                1,
                                initial)),
                Arguments.of("teacher",
                        new TeacherTrainer(source(), target(), new TeacherHyperparameters(EPOCHS, 2, 0, 1e-4, 1, 1, 0.5,
                                new TargetInformation(0.1, 0.1),
                                new Refinements(new Distortions(1, 1, 1, 1), 0.99, 0.1)), 1, initial)),
                Arguments.of("coral with labels",
                        new CoralTrainer(source(), new AdaptationTarget(target(), source(), Optional.empty()),
                                Hyperparameters.of(CoralHyperparameters.NOTEBOOK,
                                        small),
                                1, initial)),
                Arguments.of("cyclegan", new CycleGanTrainer(source().withoutLabels(), target(), Hyperparameters.of(
                        CycleGanHyperparameters.NOTEBOOK,
                        Map.of("epochs", String.valueOf(EPOCHS), "batch", "2", "generatorWidth", "2",
                                "discriminatorWidth", "2")),
                        1)));
    }

    /** Given a trainer, when it takes many steps, then the memory at the end is that of the first half. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void memoryIsFlat(String method, Trainer<? extends AutoCloseable> trainer) throws Exception {
        List<Long> curve = new ArrayList<>();

        trainer.train(report -> curve.add(ResidentMemory.mebibytesOutsideHeap()), Checkpoints.none(), () -> false)
                .close();

        System.out.printf("%s, MiB outside the heap every %d steps: %s%n", method, STEPS / EPOCHS, curve);
        assertThat(trainer.epochs() * trainer.stepsPerEpoch()).isEqualTo(STEPS);
        // the first epoch warms up
        long atFirst = Collections.min(curve.subList(1, EPOCHS / 2));
        long atLast = Collections.min(curve.subList(EPOCHS - LAST_EPOCHS, EPOCHS));
        assertThat(atLast - atFirst).as("rise in MiB: %s", curve).isLessThan(TOLERANCE);
    }

    private static LabelledImages source() {
        int count = 2 * STEPS / EPOCHS;
        int[] labels = new Random(3).ints(count, 0, CLASSES).toArray();
        return new LabelledImages(SHAPE, CLASSES).add(noise(1, count), labels);
    }

    private static UnlabelledImages target() {
        return new UnlabelledImages(SHAPE).add(noise(2, 2 * STEPS / EPOCHS));
    }

    private static byte[] noise(long seed, int count) {
        byte[] pixels = new byte[count * SHAPE.bytes()];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }
}
