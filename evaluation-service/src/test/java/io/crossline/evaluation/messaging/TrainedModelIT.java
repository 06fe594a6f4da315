package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.Fixtures;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class TrainedModelIT {

    private static final int IMAGES = 48;

    private final KafkaProbe probe = KafkaProbe.ofTest();

    @Inject
    Flyway flyway;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aClassifierIsScoredOnBothLinesAndProjectedBeforeAndAfter() {
        // Given test images of both lines with a record between them that is no batch
        List<LabelledBatch> source = TwoLineImages.source(Split.TEST, IMAGES, 20, 3);
        List<LabelledBatch> target = TwoLineImages.target(Split.TEST, IMAGES, 20, 3);
        LineData sourceData = data(source);
        probe.produce(Topics.IMAGES_CAPTURED, TwoLineImages.TARGET_LINE, "no batch".getBytes(StandardCharsets.UTF_8));
        LineData targetData = data(target);
        UUID adaptation = UUID.randomUUID();
        JobRequested sourceJob = Fixtures.on(Fixtures.job(adaptation, Method.SOURCE, List.of(Method.SOURCE)),
                sourceData, targetData);
        JobRequested dannJob = childOf(sourceJob);
        byte[] parent = classifier(sourceJob, 1);
        byte[] model = classifier(dannJob, 2);

        // When
        probe.produce(Topics.MODELS_TRAINED, sourceJob.modelVersion(), parent);
        probe.produce(Topics.MODELS_TRAINED, dannJob.modelVersion(), model);
        ModelEvaluated event = evaluated(dannJob.modelVersion());

        // Then the accuracies are those counted by hand
        assertThat(event.sourceAccuracy()).isEqualTo(accuracy(model, source), within(1e-12));
        assertThat(event.targetAccuracy()).isEqualTo(accuracy(model, target), within(1e-12));
        assertThat(event.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(event.archiveSha256()).isEqualTo(Sha256.hex(model));
        assertThat(event.reason()).isEqualTo("Scored on 48 source images and 48 target images.");
        assertThat(event.scores()).containsKeys("targetBalancedAccuracy", "targetBalancedAccuracyLow",
                "sourceBalancedAccuracyHigh");
        given().get("/evaluations/{version}", dannJob.modelVersion()).then().statusCode(200)
                .body("scores[0].images", equalTo(IMAGES)).body("scores[0].classes", hasSize(4))
                .body("scores[0].classes.support.sum()", equalTo(IMAGES))
                .body("scores[1].confusion.flatten().sum()", equalTo(IMAGES));
        given().get("/evaluations/{version}/projection", dannJob.modelVersion()).then().statusCode(200)
                .body("before.modelVersion", equalTo(sourceJob.modelVersion()))
                .body("after.modelVersion", equalTo(dannJob.modelVersion()))
                .body("before.points", hasSize(2 * IMAGES)).body("after.points", hasSize(2 * IMAGES))
                .body("after.points.findAll { it.line == 'target' }", hasSize(IMAGES));
        given().get("/evaluations/{version}/projection", sourceJob.modelVersion()).then().statusCode(200)
                .body("before.modelVersion", equalTo(sourceJob.modelVersion()));
    }

    /** Given a target that names its classes in another order, one of them otherwise, then the model is scored on the common ones. */
    @Test
    void aTargetWithOtherClassesIsScoredOnTheCommonOnes() {
        // Given
        List<String> theirs = List.of("blob", "Ring", "vertical", "horizontal");
        List<LabelledBatch> target = TwoLineImages.target(Split.TEST, IMAGES, 20, 13).stream()
                .map(batch -> new LabelledBatch(batch.origin(), batch.images(),
                        new Labels(theirs, Arrays.stream(batch.labels().values()).map(label -> 3 - label).toArray())))
                .toList();
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)),
                data(TwoLineImages.source(Split.TEST, 8, 8, 13)), data(target));
        byte[] model = classifier(job, 13);

        // When
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), model);
        ModelEvaluated event = evaluated(job.modelVersion());

        // Then
        assertThat(event.reason()).contains("12 of 'Ring'");
        assertThat(event.targetAccuracy()).isNotNull();
        given().get("/evaluations/{version}", job.modelVersion()).then().statusCode(200)
                .body("scores[1].images", equalTo(36)).body("scores[1].otherClasses.Ring", equalTo(12))
                .body("scores[1].confusion.flatten().sum()", equalTo(36));
    }

    /** Untrained networks tell nothing from nothing: what counts is that they are compared, on a target without labels. */
    @Test
    void theModelsOfAnAdaptationAreComparedOnceEachIsScored() {
        // Given
        LineData sourceData = data(TwoLineImages.source(Split.TEST, IMAGES, 20, 7));
        LineData targetData = unlabelled(TwoLineImages.target(Split.TEST, IMAGES, 20, 7));
        JobRequested source = Fixtures.on(
                Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE, Method.DANN)), sourceData,
                targetData);
        JobRequested dann = childOf(source);
        probe.produce(Topics.JOBS_REQUESTED, source.key(), Json.encode(source));

        // When
        probe.produce(Topics.MODELS_TRAINED, source.modelVersion(), classifier(source, 1));
        evaluated(source.modelVersion());
        probe.produce(Topics.MODELS_TRAINED, dann.modelVersion(), classifier(dann, 2));
        evaluated(dann.modelVersion());

        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given()
                .get("/adaptations/{id}/summary", source.adaptationId()).then().statusCode(200)
                .body("recommendation.reason", notNullValue()).body("recommendation.comparisons", hasSize(1))
                .body("recommendation.comparisons[0].modelVersion", equalTo(dann.modelVersion()))
                .body("recommendation.comparisons[0].verdict.images", equalTo(IMAGES))
                .body("recommendation.comparisons[0].verdict.validators", hasSize(5))
                .body("rows[1].sourceBalancedAccuracy", notNullValue())
                .body("rows[1].targetBalancedAccuracy", nullValue()));
    }

    @Test
    void aModelDeliveredTwiceIsRecordedAndPublishedOnce() {
        // Given
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)),
                data(TwoLineImages.source(Split.TEST, 8, 8, 4)), unlabelled(TwoLineImages.target(Split.TEST, 8, 8, 4)));
        byte[] model = classifier(job, 3);

        // When
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), model);
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), model);
        probe.awaitConsumed("evaluation-service", Topics.MODELS_TRAINED);
        JobRequested next = Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)),
                job.source(), job.target());
        probe.produce(Topics.MODELS_TRAINED, next.modelVersion(), classifier(next, 4));
        evaluated(next.modelVersion());

        // Then
        ModelEvaluated first = evaluated(job.modelVersion());
        assertThat(probe.consumeUntil(Topics.MODELS_EVALUATED,
                record -> List.of(job.modelVersion(), next.modelVersion()).contains(record.key()),
                found -> found.stream().map(ConsumerRecord::key).distinct().count() == 2))
                .filteredOn(record -> record.key().equals(job.modelVersion())).hasSize(1);
        assertThat(first.targetAccuracy()).as("accuracy without labels").isNull();
        given().queryParam("adaptation", job.adaptationId().toString()).get("/evaluations").then().statusCode(200)
                .body("", hasSize(1)).body("[0].scores[1].images", equalTo(8))
                .body("[0].scores[1].accuracy", nullValue());
    }

    @Test
    void aDamagedArchiveGoesToTheDeadLettersAndTheNextModelIsEvaluated() {
        // Given
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)),
                data(TwoLineImages.source(Split.TEST, 8, 8, 5)), data(TwoLineImages.target(Split.TEST, 8, 8, 5)));
        byte[] model = classifier(job, 4);
        String damaged = "damaged-" + UUID.randomUUID();

        // When
        probe.produce(Topics.MODELS_TRAINED, damaged, Arrays.copyOf(model, model.length / 2));
        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), model);

        // Then
        ConsumerRecord<String, byte[]> dead = probe.first(Topics.deadLetter(Topics.MODELS_TRAINED),
                record -> damaged.equals(record.key()));
        assertThat(header(dead, "dead-letter-reason")).contains("archive cannot be used");
        assertThat(dead.value()).hasSize(model.length / 2);
        assertThat(evaluated(job.modelVersion()).sourceAccuracy()).isNotNull();
    }

    @Test
    void aModelWhoseTestImagesAreNotInKafkaGoesToTheDeadLetters() {
        JobRequested job = Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE));

        probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), classifier(job, 5));

        ConsumerRecord<String, byte[]> dead = probe.first(Topics.deadLetter(Topics.MODELS_TRAINED),
                record -> job.modelVersion().equals(record.key()));
        assertThat(header(dead, "dead-letter-reason")).contains("test selection of line fixture-source has no images");
    }

    @Test
    void untrainedGeneratorsAreRejectedWithTheReason() {
        // Given
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.CYCLEGAN, List.of(Method.CYCLEGAN)),
                data(TwoLineImages.source(Split.TEST, 8, 8, 6)), data(TwoLineImages.target(Split.TEST, 8, 8, 6)));
        byte[] archive;
        try (GeneratorNetworks networks = GeneratorNetworks.create(TwoLineImages.SHAPE, 4, 6)) {
            ModelManifest manifest = Fixtures.manifest(job, ModelKind.GENERATOR,
                    ModelArchive.parametersSha256(networks));
            archive = ModelArchive.write(manifest, networks);
        }

        // When
        probe.produce(Topics.MODELS_TRAINED, job.generatorVersion(), archive);
        ModelEvaluated event = evaluated(job.generatorVersion());

        // Then
        assertThat(event.kind()).isEqualTo(ModelKind.GENERATOR);
        assertThat(event.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(event.scores()).containsKeys("cycleError", "translatedSpread");
        given().get("/evaluations/{version}", job.generatorVersion()).then().statusCode(200)
                .body("verdict", equalTo("REJECTED")).body("reason", equalTo(event.reason()));
        given().get("/evaluations/{version}/projection", job.generatorVersion()).then().statusCode(404);
    }

    @Test
    void theSchemaIsThatOfTheMigrations() {
        assertThat(flyway.info().applied()).isNotEmpty();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    private ModelEvaluated evaluated(String modelVersion) {
        return Json.decode(probe.first(Topics.MODELS_EVALUATED, record -> record.key().equals(modelVersion)).value(),
                ModelEvaluated.class);
    }

    private LineData data(List<? extends ImageBatch> test) {
        DataSelection selection = probe.produceAll(test);
        return new LineData(
                new DataSelection(selection.line(), selection.dataset(), Split.TRAIN, selection.ranges()), selection);
    }

    private LineData unlabelled(List<LabelledBatch> test) {
        return data(test.stream().map(LabelledBatch::withoutLabels).toList());
    }

    private static JobRequested childOf(JobRequested parent) {
        JobRequested job = Fixtures.job(parent.adaptationId(), Method.DANN, List.of(Method.DANN));
        return new JobRequested(job.jobId(), job.adaptationId(), job.adaptationMethods(), job.method(), job.preset(),
                job.seed(), parent.source(), parent.target(), job.shape(), job.classNames(), parent.modelVersion(),
                job.requestedAt());
    }

    private static byte[] classifier(JobRequested job, long seed) {
        try (ClassifierNetworks networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), seed)) {
            return ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks);
        }
    }

    private static double accuracy(byte[] model, List<LabelledBatch> batches) {
        int right = 0;
        try (Classifier classifier = Classifier.load(model)) {
            for (LabelledBatch batch : batches) {
                Predictions predictions = classifier.predict(batch.images().pixels());
                for (int i = 0; i < predictions.count(); i++) {
                    right += predictions.label(i) == batch.labels().values()[i] ? 1 : 0;
                }
            }
        }
        return (double) right / IMAGES;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
