package io.crossline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.Images;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TwoLineImages;
import io.crossline.training.store.ModelStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Jobs with one class more than their parent: images that people named are its examples. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@TestInstance(Lifecycle.PER_CLASS)
class NamedKindIT {

    private static final int EXAMPLES = 12;
    private static final String KIND = "static";
    private static final List<String> CLASSES = Stream.concat(TwoLineImages.CLASS_NAMES.stream(), Stream.of(KIND))
            .toList();

    @Inject
    ModelStore store;

    private KafkaProbe probe;
    private JobsInKafka bus;
    private TwoLines lines;
    private String source;
    private List<GivenLabel> examples;

    @BeforeAll
    void trainASourceModel() {
        probe = KafkaProbe.ofTest();
        bus = new JobsInKafka(probe);
        lines = TwoLines.produce(probe, 340);
        source = bus
                .run(on(TestPresets.SHORT,
                        JobsInKafka.job(Method.SOURCE, lines.source(), lines.target(), null, List.of())))
                .modelVersion();
        examples = examples(TwoLineImages.TARGET_LINE);
    }

    private List<GivenLabel> examples(String line) {
        RecordMetadata at = probe.produce(new UnlabelledBatch(
                new BatchOrigin(line, "kinds", Split.TRAIN, Instant.EPOCH),
                new Images(TwoLineImages.SHAPE, EXAMPLES, noise(EXAMPLES, 1))));
        return IntStream.range(0, EXAMPLES)
                .mapToObj(i -> new GivenLabel(at.topic(), at.partition(), at.offset(), i, KIND)).toList();
    }

    @AfterAll
    void close() {
        probe.close();
    }

    /**
     * Given a dozen images of a named kind and a champion that is right on the line, when the loop's job runs, then its model knows the
     * kind, and the others as before.
     */
    @Test
    void aNamedKindIsLearnt() {
        LineData line = lines.source(); // as the champion knows it
        JobRequested job = on("adapt", JobsInKafka.job(Method.TEACHER, line, line, source, List.of()).learning(CLASSES,
                examples(TwoLineImages.SOURCE_LINE)));
        probe.produce(Topics.JOBS_REQUESTED, job.key(), Json.encode(job));
        await().atMost(Duration.ofMinutes(5)).until(() -> store.contains(job.modelVersion()));
        ModelManifest model = bus.manifest(job.modelVersion());

        assertThat(model.classNames()).isEqualTo(CLASSES);
        assertThat(model.examples()).isEqualTo(job.examples());
        assertThat(share(model, noise(40, 2), i -> CLASSES.indexOf(KIND))).isGreaterThan(0.9);
        assertThat(share(model, TwoLineImages.source(Split.TEST, 40, 40, 3).get(0).images().pixels(), i -> i % 4))
                .isGreaterThan(0.9);
    }

    /** Given a model that learnt a kind, when a job goes on from it or repeats it, then it keeps the kind, to the same parameters. */
    @Test
    void theKindStaysAndItsTrainingCanBeRepeated() {
        ModelManifest first = model(job(Method.DANN, examples));

        assertThat(model(new JobRequested(UUID.randomUUID(), UUID.randomUUID(), List.of(Method.CORAL), Method.CORAL,
                TestPresets.TINY, 7, lines.source(), lines.target(), TwoLineImages.SHAPE, CLASSES,
                first.modelVersion(), List.of(), null, null, null, Instant.now()).learning(CLASSES, examples))
                .classNames()).isEqualTo(CLASSES);
        TrainingProgress replay = bus.run(new JobRequested(UUID.randomUUID(), UUID.randomUUID(),
                List.of(first.method()), first.method(), first.preset(), first.seed(), first.source(), first.target(),
                first.shape(), first.classNames(), source, List.of(), List.of(), first.examples(), null, null,
                true, first.modelVersion(), Instant.now()));
        assertThat(replay.message()).startsWith("The parameters are the same, bit for bit");
    }

    /** Given a class of which nobody named an image that is there, when a job asks for it, then the job fails and says why. */
    @Test
    void aKindNeedsImages() {
        List<GivenLabel> none = List.of(new GivenLabel(examples.get(0).topic(), examples.get(0).partition(),
                examples.get(0).offset(), EXAMPLES, KIND));

        assertThat(failure(job(Method.TEACHER, none))).isEqualTo("None of the images of line "
                + TwoLineImages.TARGET_LINE + " that were named 'static' can be read from Kafka any more. "
                + "Name newer ones.");
        assertThat(failure(job(Method.TEACHER, List.of()))).contains("4 classes", "5 classes");
        assertThat(bus.manifest(model(job(Method.TEACHER,
                Stream.concat(examples.stream(), none.stream()).toList())).modelVersion()).examples())
                .isEqualTo(examples);
    }

    /** Given a method that does not train on labelled images as they are, when it is to learn a kind, then the job fails. */
    @Test
    void otherMethodsLearnNoFurtherClasses() {
        assertThat(List.of(Method.CORAL_LINEAR, Method.CYCLEGAN)).allSatisfy(
                method -> assertThat(failure(job(method, examples))).contains(
                        method.id() + " learns no further classes", "12 images", "teacher"));
    }

    private JobRequested job(Method method, List<GivenLabel> from) {
        return JobsInKafka.job(method, lines.source(), lines.target(), source, List.of()).learning(CLASSES, from);
    }

    private static JobRequested on(String preset, JobRequested job) {
        return new JobRequested(job.jobId(), job.adaptationId(), job.adaptationMethods(), job.method(), preset,
                job.seed(), job.source(), job.target(), job.shape(), job.classNames(), job.parentModel(),
                job.targetLabels(), job.leftOut(), job.examples(), null, null, true, null, job.requestedAt());
    }

    private ModelManifest model(JobRequested job) {
        TrainingProgress end = bus.run(job);
        assertThat(end.state()).as(end.message()).isEqualTo(JobState.COMPLETED);
        return bus.manifest(end.modelVersion());
    }

    private String failure(JobRequested job) {
        TrainingProgress end = bus.run(job);
        assertThat(end.state()).isEqualTo(JobState.FAILED);
        return end.message();
    }

    private double share(ModelManifest model, byte[] pixels, IntUnaryOperator expected) {
        try (Classifier classifier = Classifier.load(store.archive(model.modelVersion()).orElseThrow())) {
            Predictions predictions = classifier.predict(pixels);
            return IntStream.range(0, predictions.count())
                    .filter(i -> predictions.label(i) == expected.applyAsInt(i)).count()
                    / (double) predictions.count();
        }
    }

    private static byte[] noise(int images, long seed) {
        byte[] pixels = new byte[images * TwoLineImages.SHAPE.bytes()];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }
}
