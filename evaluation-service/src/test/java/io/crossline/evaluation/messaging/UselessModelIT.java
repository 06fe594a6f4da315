package io.crossline.evaluation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.Fixtures;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

/** With the settings that the service ships with, a model that three images have taught nothing. */
@QuarkusTest
@TestProfile(UselessModelIT.AsShipped.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class UselessModelIT {

    public static class AsShipped implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("crossline.evaluation.above-commonest-class", "true");
        }
    }

    private static final int FEW = 3;

    private final KafkaProbe probe = KafkaProbe.ofTest();
    private final String line = "line-" + UUID.randomUUID();

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given models of three images, with three test images and with none, then they and what comes of them are rejected, and serve nothing. */
    @Test
    void itIsRejectedWithTheReasonAndNeverServes() {
        DataSelection train = probe.produceAll(batches(Split.TRAIN));
        DataSelection test = probe.produceAll(batches(Split.TEST));
        JobRequested scored = job(Method.SOURCE, new LineData(train, test), null);
        JobRequested unscored = job(Method.SOURCE, new LineData(train, null), null);
        JobRequested adapted = job(Method.DANN, new LineData(train, test), scored.modelVersion());

        assertThat(rejected(scored)).startsWith("The source classifier is not clearly above the commonest class");
        assertThat(rejected(unscored)).startsWith("The source classifier is not shown to be above the commonest class");
        assertThat(rejected(adapted)).startsWith("It was adapted from " + scored.modelVersion());

        for (JobRequested job : List.of(scored, unscored, adapted)) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("modelVersion", job.modelVersion(), "by", "Ada", "reason", "why not"))
                    .put("/lines/{line}/champion", line).then().statusCode(409)
                    .body("detail", containsString("was rejected by its evaluation"));
        }
        probe.produce(batches(Split.TRAIN).get(0).withoutLabels());
        Fixtures.allWatched(probe);
        given().get("/lines/{line}", line).then().body("servingModel", nullValue()).body("missing",
                containsString("no classifier of it is accepted yet"));
        given().get("/lines/{line}/predictions", line).then().body("", hasSize(0));
    }

    private String rejected(JobRequested job) {
        try (ClassifierNetworks networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), 1)) {
            probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks));
        }
        ModelEvaluated event = Json.decode(
                probe.first(Topics.MODELS_EVALUATED, record -> record.key().equals(job.modelVersion())).value(),
                ModelEvaluated.class);
        assertThat(event.verdict()).isEqualTo(Verdict.REJECTED);
        return event.reason();
    }

    private static JobRequested job(Method method, LineData data, String parent) {
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), method, List.of(method)), data, data);
        return parent == null ? job : job.startingFrom(parent);
    }

    private List<LabelledBatch> batches(Split split) {
        return TwoLineImages.source(split, FEW, FEW, 1).stream()
                .map(batch -> new LabelledBatch(new BatchOrigin(line, line + "-images", split, Instant.now()),
                        batch.images(), batch.labels()))
                .toList();
    }
}
