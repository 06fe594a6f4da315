package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.crossline.adaptation.coral.CoralHyperparameters;
import io.crossline.adaptation.coral.CoralLinearHyperparameters;
import io.crossline.adaptation.coral.CoralLinearTrainer;
import io.crossline.adaptation.coral.CoralTrainer;
import io.crossline.adaptation.cyclegan.CycleGanHyperparameters;
import io.crossline.adaptation.cyclegan.CycleGanTrainer;
import io.crossline.adaptation.dann.DannHyperparameters;
import io.crossline.adaptation.dann.DannTrainer;
import io.crossline.adaptation.mmd.MmdHyperparameters;
import io.crossline.adaptation.mmd.MmdTrainer;
import io.crossline.adaptation.selftraining.SelfTrainingHyperparameters;
import io.crossline.adaptation.selftraining.SelfTrainingTrainer;
import io.crossline.adaptation.source.FineTuneHyperparameters;
import io.crossline.adaptation.source.FineTuneTrainer;
import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.adaptation.source.SourceTrainer;
import io.crossline.adaptation.teacher.TeacherHyperparameters;
import io.crossline.adaptation.teacher.TeacherTrainer;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierArchitecture;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.Network;
import io.crossline.networks.backbone.Backbone;
import io.crossline.testing.TinyBackbone;

/** The same seed gives the same parameters, interrupted or not. */
class TrainersTest {

    private static final MmdHyperparameters MMD = new MmdHyperparameters(2, 4, 0, 1e-3, 1e-3, 1,
            new TargetInformation(0.1, 0.1), Refinements.NONE);
    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final int IMAGES = 12;
    private static final int CLASSES = 3;
    private static final Map<String, String> SMALL = Map.of("epochs", "2", "batch", "4");

    /** With everything random or kept over the steps switched on. */
    private static final Map<String, String> REFINED = Map.of("epochs", "2", "batch", "4", "affine", "1",
            "elastic", "1", "blur", "1", "look", "1", "averageDecay", "0.9", "finalLearningRate", "0.1",
            "entropyWeight",
            "0.1");
    private static final TeacherHyperparameters TEACHER = new TeacherHyperparameters(2, 4, 0, 1e-3, 1, 1, 0.3,
            TargetInformation.NONE, new Refinements(new Distortions(1, 1, 1, 1), 0.9, 0.1));

    private static final Refinements SURFACES = new Refinements(
            new Distortions(1, 1, 0, 0.5, 1.75, 1, 1, 0.5, Distortions.Edge.REFLECTED), 0.9, 0.1, 0.3, 5e-3, 0.05, 0.3,
            0, Sampling.CLASS_BALANCED);
    private static final Refinements MIXED = Hyperparameters.of(new SourceHyperparameters(2, 4, 0, 1e-3, SURFACES),
            Map.of("mixup", "0.7", "sampling", "SQUARE_ROOT")).refinements();
    /** More rounds than epochs, so that a training that goes on is in a round's middle. */
    private static final SelfTrainingHyperparameters SELF_TRAINING = new SelfTrainingHyperparameters(2, 4, 0, 1e-3, 2,
            0.5, 0.9, 1, SURFACES);
    private static final Optional<ClassMix> MIX = Optional.of(new ClassMix(new double[]{0.8, 0.1, 0.1}));

    /** What a backbone's features are kept for: images as they are. */
    private static final Map<String, String> UNCHANGED = Map.of("affine", "0", "elastic", "0", "blur", "0", "look",
            "0", "grain", "0", "mirror", "0", "polarity", "0");
    private static final SourceHyperparameters ON_BACKBONE = Hyperparameters.of(new SourceHyperparameters(2, 4, 0, 1e-3,
            ClassifierArchitecture.BACKBONE, Views.SINGLE, SURFACES), UNCHANGED);
    @TempDir
    static Path backbones;
    private static Backbone backbone;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        backbone = Backbone.load(TinyBackbone.write(backbones, 3));
    }

    @AfterAll
    static void unload() {
        backbone.close();
    }

    static Stream<Arguments> methods() {
        Function<ClassifierNetworks, float[]> classifier = networks -> parameters(networks.featureExtractor(),
                networks.labelClassifier());
        Function<GeneratorNetworks, float[]> generators = networks -> parameters(networks.sourceToTarget(),
                networks.targetToSource());
        return Stream.of(
                method("source", seed -> new SourceTrainer(source(),
                        Hyperparameters.of(SourceHyperparameters.NOTEBOOK, SMALL), seed), classifier),
                method("fine-tune", seed -> new FineTuneTrainer(source(), target(),
                        Hyperparameters.of(FineTuneHyperparameters.NOTEBOOK, SMALL), seed, initial()), classifier),
                method("fine-tune, refined", seed -> new FineTuneTrainer(source(), target(),
                        Hyperparameters.of(FineTuneHyperparameters.NOTEBOOK, REFINED), seed, initial()), classifier),
                method("dann", seed -> new DannTrainer(source(), target(),
                        Hyperparameters.of(DannHyperparameters.NOTEBOOK, SMALL), seed, initial()), classifier),
                method("coral", seed -> new CoralTrainer(source(), target(),
                        Hyperparameters.of(CoralHyperparameters.NOTEBOOK, SMALL), seed, initial()), classifier),
                method("source, refined", seed -> new SourceTrainer(source(), Hyperparameters
                        .of(SourceHyperparameters.NOTEBOOK, withoutInformation(REFINED)), seed), classifier),
                method("dann, refined", seed -> new DannTrainer(source(), target(),
                        Hyperparameters.of(DannHyperparameters.NOTEBOOK, REFINED), seed, initial()), classifier),
                method("coral, refined", seed -> new CoralTrainer(source(), target(),
                        Hyperparameters.of(CoralHyperparameters.NOTEBOOK, REFINED), seed, initial()), classifier),
                method("mmd", seed -> new MmdTrainer(source(), target(), MMD, seed, initial()), classifier),
                method("coral-linear", seed -> new CoralLinearTrainer(source(), target(),
                        new CoralLinearHyperparameters(2, 4, 0, 1e-3, 1), seed, initial()), classifier),
                method("teacher", seed -> new TeacherTrainer(source(), target(), Hyperparameters.of(TEACHER, REFINED),
                        seed, initial()), classifier),
                method("source, residual", seed -> new SourceTrainer(source(), new SourceHyperparameters(2, 4, 0, 1e-3,
                        ClassifierArchitecture.RESIDUAL, Views.MIRRORED, SURFACES), seed), classifier),
                method("source, deep, mixed",
                        seed -> new SourceTrainer(source(), new SourceHyperparameters(2, 4, 0, 1e-3,
                                ClassifierArchitecture.RESIDUAL_DEEP, Views.MIRRORED, 0.5, MIXED), seed),
                        classifier),
                method("self-training, mixed",
                        seed -> new SelfTrainingTrainer(source(), target(), Optional.empty(),
                                new SelfTrainingHyperparameters(2, 4, 0, 1e-3, 2, 0.5, 0.9, 1, MIXED), seed,
                                residual()),
                        classifier),
                method("self-training", seed -> new SelfTrainingTrainer(source(), target(), Optional.empty(),
                        SELF_TRAINING, seed, residual()), classifier),
                method("self-training, told mix", seed -> new SelfTrainingTrainer(source(), target(), MIX,
                        SELF_TRAINING, seed, initial()), classifier),
                method("source, backbone", seed -> new SourceTrainer(source(), ON_BACKBONE, seed, backbone),
                        classifier),
                method("teacher, backbone", seed -> new TeacherTrainer(source(), target(),
                        Hyperparameters.of(TEACHER, UNCHANGED), seed, onBackbone()), classifier),
                method("self-training, backbone", seed -> new SelfTrainingTrainer(source(), target(), MIX,
                        Hyperparameters.of(SELF_TRAINING, UNCHANGED), seed, onBackbone()), classifier),
                method("dann, residual, told mix",
                        seed -> new DannTrainer(source(), new AdaptationTarget(target(), source().none(), MIX),
                                new DannHyperparameters(2, 4, 0, 1e-3, 1e-3, 1e-3, 0.1, TargetInformation.NONE,
                                        SURFACES),
                                seed, residual()),
                        classifier),
                method("coral-linear, residual, told mix", seed -> new CoralLinearTrainer(source(),
                        new AdaptationTarget(target(), source().none(), MIX),
                        new CoralLinearHyperparameters(2, 4, 0, 1e-3, 1), seed, residual()), classifier),
                method("fine-tune, residual, told mix", seed -> new FineTuneTrainer(source(),
                        new AdaptationTarget(target(), source().none(), MIX), new FineTuneHyperparameters(2, 4, 0, 1e-3,
                                TargetInformation.NONE, SURFACES),
                        seed, residual()), classifier),
                method("cyclegan", seed -> new CycleGanTrainer(source().withoutLabels(), target(),
                        Hyperparameters.of(CycleGanHyperparameters.NOTEBOOK, Map.of("epochs", "2", "batch", "4",
                                "generatorWidth", "4", "discriminatorWidth", "4")),
                        seed), generators));
    }

    /** Trains and gives the parameters in the end. */
    @FunctionalInterface
    interface Run {
        float[] parameters(long seed, Checkpoints checkpoints, int cancelAfterSteps);
    }

    private static <N extends AutoCloseable> Arguments method(String name, Function<Long, Trainer<N>> trainer,
            Function<N, float[]> parameters) {
        Run run = (seed, checkpoints, cancelAfterSteps) -> {
            AtomicInteger asked = new AtomicInteger();
            try (N networks = trainer.apply(seed).train(TrainingListener.none(), checkpoints,
                    () -> asked.getAndIncrement() == cancelAfterSteps)) {
                return parameters.apply(networks);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        return Arguments.of(name, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void theSeedDeterminesTheParametersInterruptedOrNot(String name, Run run) {
        float[] once = run.parameters(5, Checkpoints.none(), Integer.MAX_VALUE);

        assertThat(run.parameters(5, Checkpoints.none(), Integer.MAX_VALUE)).as("again").isEqualTo(once);
        assertThat(run.parameters(6, Checkpoints.none(), Integer.MAX_VALUE)).as("other seed").isNotEqualTo(once);

        Checkpoints checkpoints = new FileCheckpoints(folder.resolve(name), Duration.ZERO);
        assertThatThrownBy(() -> run.parameters(5, checkpoints, 4)).isInstanceOf(TrainingCancelledException.class);
        assertThat(run.parameters(5, checkpoints, Integer.MAX_VALUE)).as("resumed").isEqualTo(once);
    }

    @Test
    void theInitialNetworksStayAsTheyWere() {
        try (ClassifierNetworks initial = initial()) {
            float[] before = parameters(initial.featureExtractor());
            DannTrainer trainer = new DannTrainer(source(), target(),
                    Hyperparameters.of(DannHyperparameters.NOTEBOOK, SMALL), 1, initial);

            trainer.train(TrainingListener.none(), Checkpoints.none(), () -> false).close();

            assertThat(parameters(initial.featureExtractor())).isEqualTo(before);
        }
    }

    @Test
    void sourceTrainingLearnsWhatItIsShown() {
        LabelledImages images = stripes();
        AtomicInteger epochs = new AtomicInteger();
        double[] loss = new double[2];
        SourceTrainer trainer = new SourceTrainer(images,
                Hyperparameters.of(SourceHyperparameters.NOTEBOOK, Map.of("epochs", "8", "batch", "8")), 1);

        trainer.train(report -> {
            loss[0] = epochs.getAndIncrement() == 0 ? report.losses().get("classification") : loss[0];
            loss[1] = report.losses().get("classification");
        }, Checkpoints.none(), () -> false).close();

        assertThat(epochs).hasValue(8);
        assertThat(loss[1]).isLessThan(loss[0] / 10);
    }

    @Test
    void tooFewImagesAreRefused() {
        Supplier<SourceTrainer> trainer = () -> new SourceTrainer(new LabelledImages(SHAPE, CLASSES),
                SourceHyperparameters.NOTEBOOK, 0);

        assertThatThrownBy(trainer::get).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There are 0 training images");
    }

    private static Map<String, String> withoutInformation(Map<String, String> hyperparameters) {
        Map<String, String> rest = new HashMap<>(hyperparameters);
        rest.keySet().removeAll(List.of("entropyWeight", "diversityWeight"));
        return rest;
    }

    private static float[] parameters(Network... networks) {
        int length = (int) Stream.of(networks).mapToLong(Network::parameterCount).sum();
        float[] all = new float[length];
        int at = 0;
        for (Network network : networks) {
            float[] values = network.parameters().values().data().asFloat();
            System.arraycopy(values, 0, all, at, values.length);
            at += values.length;
        }
        return all;
    }

    private static ClassifierNetworks initial() {
        return ClassifierNetworks.create(SHAPE, CLASSES, 42);
    }

    private static ClassifierNetworks residual() {
        return ClassifierNetworks.create(ClassifierArchitecture.RESIDUAL, Views.MIRRORED, SHAPE, CLASSES, 42);
    }

    private static ClassifierNetworks onBackbone() {
        return ClassifierNetworks.create(backbone, SHAPE, CLASSES, 42);
    }

    private static LabelledImages source() {
        int[] labels = new int[IMAGES];
        for (int i = 0; i < IMAGES; i++) {
            labels[i] = i % CLASSES;
        }
        return new LabelledImages(SHAPE, CLASSES).add(noise(1), labels);
    }

    private static UnlabelledImages target() {
        return new UnlabelledImages(SHAPE).add(noise(2));
    }

    /** Each class has a bright stripe of its own. */
    private static LabelledImages stripes() {
        int count = 32;
        byte[] pixels = new byte[count * SHAPE.bytes()];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASSES;
            for (int x = 0; x < 28; x++) {
                pixels[i * SHAPE.bytes() + (6 + 8 * labels[i]) * 28 + x] = (byte) (200 + i);
            }
        }
        return new LabelledImages(SHAPE, CLASSES).add(pixels, labels);
    }

    private static byte[] noise(long seed) {
        byte[] pixels = new byte[IMAGES * SHAPE.bytes()];
        new java.util.Random(seed).nextBytes(pixels);
        return pixels;
    }
}
