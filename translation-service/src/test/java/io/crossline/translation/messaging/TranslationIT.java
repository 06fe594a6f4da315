package io.crossline.translation.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Translation;
import io.crossline.contracts.Verdict;
import io.crossline.networks.inference.Generators;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.translation.GeneratorFixture;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class TranslationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaProbe probe = KafkaProbe.ofTest();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void theTrainingSelectionIsTranslatedOnceAndLaterBatchesLive() {
        // Given generators whose evaluation is delivered twice
        GeneratorFixture fixture = new GeneratorFixture(probe);
        fixture.publish(true);
        fixture.judge(Verdict.ACCEPTED);
        fixture.judge(Verdict.ACCEPTED);
        List<LabelledBatch> originals = fixture.sourceTrain();
        translatedBy(fixture, originals.size());

        // When a labelled batch of the line arrives, and an unlabelled one
        LabelledBatch later = fixture.later(2);
        probe.produce(fixture.later(3).withoutLabels());
        probe.produce(later);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(translatedBy(fixture, originals.size() + 1));
        // the last images of the selection may come over both ways, and then out of order
        records.sort(Comparator.comparingLong(TranslationIT::sourceOffset));

        // Then each labelled batch was translated once, with its labels
        assertThat(records).extracting(this::source).doesNotHaveDuplicates();
        try (Generators generators = Generators.load(fixture.archive())) {
            for (int i = 0; i < records.size(); i++) {
                LabelledBatch original = i < originals.size() ? originals.get(i) : later;
                LabelledBatch translated = (LabelledBatch) ImageBatchCodec.decode(records.get(i).value());
                assertThat(records.get(i).key()).isEqualTo(fixture.sourceLine());
                assertThat(translated.labels()).isEqualTo(original.labels());
                assertThat(translated.origin().dataset())
                        .isEqualTo(original.origin().dataset() + "@" + fixture.version());
                assertThat(translated.images().pixels())
                        .isEqualTo(generators.sourceToTarget(original.images().pixels()));
            }
        }
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/generators").then().statusCode(200)
                .body(entry(fixture) + ".state", equalTo("COMPLETED"))
                .body(entry(fixture) + ".translated", equalTo(24)).body(entry(fixture) + ".total", equalTo(24)));
    }

    private static long sourceOffset(ConsumerRecord<String, byte[]> translated) {
        return ImageBatchCodec.decode(translated.value()).origin().translation().sourceOffset();
    }

    @Test
    void aTranslationThatWasCutShortGoesOnWhereItStopped() {
        // Given that a service before this one has published the first two batches
        GeneratorFixture fixture = new GeneratorFixture(probe);
        DataSelection train = fixture.publish(true);
        int partition = train.ranges().get(0).partition();
        long first = train.ranges().get(0).fromOffset();
        for (int i = 0; i < 2; i++) {
            probe.produce(published(fixture, i, new Translation(fixture.version(), Topics.IMAGES_CAPTURED, partition,
                    first + i)));
        }

        // When
        fixture.judge(Verdict.ACCEPTED);
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/generators").then().statusCode(200)
                .body(entry(fixture) + ".state", equalTo("COMPLETED"))
                .body(entry(fixture) + ".translated", equalTo(20)));

        // Then only the others are translated
        List<ConsumerRecord<String, byte[]>> records = translatedBy(fixture, fixture.sourceTrain().size());
        assertThat(records).extracting(this::source).doesNotHaveDuplicates();
        assertThat(records).extracting(record -> record.headers().lastHeader("ce_source").value())
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .containsExactly("test", "test", "translation-service", "translation-service", "translation-service");
    }

    @Test
    void aRecordThatIsNoBatchIsPassedOverAndTheRestGoesOn() {
        // Given
        GeneratorFixture fixture = new GeneratorFixture(probe);
        fixture.publish(true);
        fixture.judge(Verdict.ACCEPTED);
        translatedBy(fixture, fixture.sourceTrain().size());

        // When
        probe.produce(Topics.IMAGES_CAPTURED, fixture.sourceLine(), "no batch".getBytes(StandardCharsets.UTF_8));
        probe.produce(fixture.later(4));

        // Then the dead letter is left to the ingest service, which writes one for each bad record
        translatedBy(fixture, fixture.sourceTrain().size() + 1);
        String deadLetters = Topics.deadLetter(Topics.IMAGES_CAPTURED);
        String end = "end-" + fixture.sourceLine();
        probe.produce(deadLetters, end, new byte[0]);
        assertThat(probe.consumeUntil(deadLetters, record -> List.of(fixture.sourceLine(), end).contains(record.key()),
                found -> found.stream().anyMatch(record -> end.equals(record.key()))))
                .extracting(ConsumerRecord::key).containsExactly(end);
    }

    @Test
    void aGeneratorThatIsNotInKafkaGoesToTheDeadLettersAndOneThatWasRejectedIsNotUsed() {
        // Given
        GeneratorFixture rejected = new GeneratorFixture(probe);
        rejected.publish(true);
        GeneratorFixture missing = new GeneratorFixture(probe);

        // When
        rejected.judge(Verdict.REJECTED);
        missing.judge(Verdict.ACCEPTED);

        // Then
        ConsumerRecord<String, byte[]> dead = probe.first(Topics.deadLetter(Topics.MODELS_EVALUATED),
                record -> missing.version().equals(record.key()));
        assertThat(CloudEventHeaders.value(dead.headers(), "dead-letter-reason").orElseThrow())
                .contains("There are no generators '" + missing.version() + "'");
        given().get("/generators").then().body(entry(missing) + ".state", equalTo("FAILED"))
                .body("findAll { it.modelVersion == '" + rejected.version() + "' }.size()", equalTo(0));
    }

    /** Given generators whose archive is another than the one that was evaluated, then nothing is translated by them. */
    @Test
    void anArchiveThatWasNotEvaluatedIsRefusedWithBothDigests() {
        GeneratorFixture fixture = new GeneratorFixture(probe);
        fixture.publish(true);
        String evaluated = "ab".repeat(32);

        fixture.judge(Verdict.ACCEPTED, evaluated);

        ConsumerRecord<String, byte[]> dead = probe.first(Topics.deadLetter(Topics.MODELS_EVALUATED),
                record -> fixture.version().equals(record.key()));
        assertThat(CloudEventHeaders.value(dead.headers(), "dead-letter-reason").orElseThrow())
                .contains("is not the one that was evaluated", evaluated, Sha256.hex(fixture.archive()));
        given().get("/generators").then().body(entry(fixture) + ".state", equalTo("FAILED"));
        given().get("/generators/{version}/gallery", fixture.version()).then().statusCode(409).body("detail",
                containsString("is not the one that was evaluated"));
    }

    @Test
    void anUnreadableEvaluationGoesToTheDeadLetters() {
        String key = "unreadable-" + UUID.randomUUID();

        probe.produce(Topics.MODELS_EVALUATED, key, "{".getBytes(StandardCharsets.UTF_8));

        ConsumerRecord<String, byte[]> dead = probe.first(Topics.deadLetter(Topics.MODELS_EVALUATED),
                record -> key.equals(record.key()));
        assertThat(CloudEventHeaders.value(dead.headers(), "dead-letter-reason").orElseThrow())
                .contains("is no ModelEvaluated");
    }

    @Test
    void theInterfaceIsDescribedAndReady() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/generators/{modelVersion}/gallery"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private List<ConsumerRecord<String, byte[]>> translatedBy(GeneratorFixture fixture, int count) {
        return probe.consumeUntil(Topics.IMAGES_TRANSLATED, record -> CloudEventHeaders
                .value(record.headers(), CloudEventHeaders.GENERATOR).orElse("").equals(fixture.version()),
                found -> found.size() >= count);
    }

    private String source(ConsumerRecord<String, byte[]> record) {
        return CloudEventHeaders.value(record.headers(), CloudEventHeaders.TRANSLATED_FROM).orElseThrow();
    }

    private static LabelledBatch published(GeneratorFixture fixture, int index, Translation translation) {
        LabelledBatch original = fixture.sourceTrain().get(index);
        BatchOrigin origin = original.origin();
        return new LabelledBatch(new BatchOrigin(origin.line(), origin.dataset() + "@" + fixture.version(),
                origin.split(), origin.capturedAt(), translation), original.images(), original.labels());
    }

    private static String entry(GeneratorFixture fixture) {
        return "find { it.modelVersion == '" + fixture.version() + "' }";
    }
}
