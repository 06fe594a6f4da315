package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.crossline.adaptation.coral.CoralHyperparameters;
import io.crossline.adaptation.coral.CoralTrainer;
import io.crossline.adaptation.dann.DannHyperparameters;
import io.crossline.adaptation.dann.DannTrainer;
import io.crossline.adaptation.teacher.TeacherHyperparameters;
import io.crossline.adaptation.teacher.TeacherTrainer;
import io.crossline.contracts.ImageShape;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/** The methods with a few target images that people labelled. */
class GivenLabelsTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final int CLASSES = 3;
    private static final int IMAGES = 12;

    @TempDir
    Path folder;

    /** Makes a trainer on four images of each line a step. */
    @FunctionalInterface
    interface Method {
        Trainer<ClassifierNetworks> trainer(LabelledImages given, Run run, ClassifierNetworks initial);
    }

    /** How long a trainer runs, and how its images change. */
    record Run(int epochs, int steps, Refinements refinements) {

        private static final Run REFINED = new Run(2, 3, new Refinements(new Distortions(1, 1, 1, 1), 0.9, 0.1));
        private static final Run ONE_STEP = new Run(1, 1, new Refinements(Distortions.NONE, 0.9, 1));
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                method("dann",
                        (given, run, initial) -> new DannTrainer(source(),
                                new AdaptationTarget(target(), given, Optional.empty()),
                                new DannHyperparameters(run.epochs(), 4, run.steps(), 1e-3, 1e-3, 1e-3, 0.1,
                                        TargetInformation.NONE, run.refinements()),
                                5, initial)),
                method("coral", (given, run, initial) -> new CoralTrainer(source(),
                        new AdaptationTarget(target(), given, Optional.empty()),
                        new CoralHyperparameters(run.epochs(), 4, run.steps(), 1e-3, 1e-3, 10, TargetInformation.NONE,
                                run.refinements()),
                        5, initial)),
                method("teacher",
                        (given, run, initial) -> new TeacherTrainer(source(),
                                new AdaptationTarget(target(), given, Optional.empty()),
                                new TeacherHyperparameters(run.epochs(), 4, run.steps(), 1e-3, 0, 1, 0.8,
                                        TargetInformation.NONE, run.refinements()),
                                5, initial)));
    }

    private static Arguments method(String name, Method method) {
        return Arguments.of(name, method);
    }

    /** Given fewer labels than a batch, and enough for passes, when a run is interrupted, then it ends as if it never was. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void interruptedOrNotTheParametersAreTheSame(String name, Method method) {
        for (int labels : new int[]{2, 7}) {
            String once = train(method, given(labels, 1), Checkpoints.none(), Integer.MAX_VALUE);
            Checkpoints checkpoints = new FileCheckpoints(folder.resolve(name + labels), Duration.ZERO);

            assertThatThrownBy(() -> train(method, given(labels, 1), checkpoints, 4))
                    .isInstanceOf(TrainingCancelledException.class);

            assertThat(train(method, given(labels, 1), checkpoints, Integer.MAX_VALUE)).as(labels + " labels, resumed")
                    .isEqualTo(once);
        }
    }

    /** Given the same images, when they are labelled otherwise or not at all, then other parameters come out. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void theLabelsCount(String name, Method method) {
        String labelled = train(method, given(3, 1), Checkpoints.none(), Integer.MAX_VALUE);

        assertThat(train(method, given(3, 0), Checkpoints.none(), Integer.MAX_VALUE)).isNotEqualTo(labelled);
        assertThat(train(method, given(0, 0), Checkpoints.none(), Integer.MAX_VALUE)).isNotEqualTo(labelled);
    }

    /** Given one labelled image, when a step is taken, then its loss is minus the logarithm of its class's probability. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void theLossIsTheCrossEntropy(String name, Method method) {
        LabelledImages given = given(1, 1);
        Map<String, Double> losses = new HashMap<>();
        try (ClassifierNetworks initial = initial(); Classifier classifier = new Classifier(initial.copy())) {
            method.trainer(given, Run.ONE_STEP, initial)
                    .train(report -> losses.putAll(report.losses()), Checkpoints.none(), () -> false).close();

            Predictions predictions = classifier.predict(given.withoutLabels().image(0));
            assertThat(losses.get(JointSteps.GIVEN_LABELS))
                    .isCloseTo(-Math.log(predictions.probabilities()[0][given.label(0)]), within(1e-5));
            assertThat(losses.values()).hasSizeGreaterThan(1).allMatch(Double::isFinite);
        }
    }

    /** SHA-256 of the trained parameters. */
    private static String train(Method method, LabelledImages given, Checkpoints checkpoints, int cancelAfterSteps) {
        AtomicInteger asked = new AtomicInteger();
        try (ClassifierNetworks initial = initial();
                ClassifierNetworks networks = method.trainer(given, Run.REFINED, initial).train(
                        TrainingListener.none(), checkpoints, () -> asked.getAndIncrement() == cancelAfterSteps)) {
            return ModelArchive.parametersSha256(networks);
        }
    }

    private static ClassifierNetworks initial() {
        return ClassifierNetworks.create(SHAPE, CLASSES, 42);
    }

    /** The first images of the target, their classes in turn from the first on. */
    private static LabelledImages given(int count, int first) {
        return labelled(2, count, first);
    }

    private static LabelledImages source() {
        return labelled(1, IMAGES, 0);
    }

    private static UnlabelledImages target() {
        return labelled(2, IMAGES, 0).withoutLabels();
    }

    private static LabelledImages labelled(long seed, int count, int first) {
        byte[] pixels = new byte[count * SHAPE.bytes()];
        new Random(seed).nextBytes(pixels);
        int[] labels = IntStream.range(0, count).map(i -> (first + i) % CLASSES).toArray();
        return new LabelledImages(SHAPE, CLASSES).add(pixels, labels);
    }
}
