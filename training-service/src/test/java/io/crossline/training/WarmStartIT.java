package io.crossline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.contracts.Verdict;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Jobs that start from a line's serving model, as the loop requests them. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class WarmStartIT {

    private KafkaProbe probe;
    private JobsInKafka bus;
    private TwoLines lines;
    private String champion;

    @BeforeEach
    void trainAChampion() {
        probe = KafkaProbe.ofTest();
        bus = new JobsInKafka(probe);
        lines = TwoLines.produce(probe, 300);
        String source = bus.run(job(Method.SOURCE, null)).modelVersion();
        champion = bus.run(job(Method.DANN, source)).modelVersion();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a champion that DANN made, when every method is asked to go on from it, then each gives a model of its own. */
    @Test
    void everyMethodStartsFromAnyClassifier() {
        assertThat(List.of(Method.DANN, Method.CORAL, Method.CORAL_LINEAR, Method.TEACHER)).allSatisfy(method -> {
            TrainingProgress end = bus.run(job(method, champion));

            assertThat(end.state()).as(end.message()).isEqualTo(JobState.COMPLETED);
            assertThat(bus.manifest(end.modelVersion())).satisfies(made -> {
                assertThat(made.parentModel()).isEqualTo(champion);
                assertThat(made.parametersSha256()).isNotEqualTo(bus.manifest(champion).parametersSha256());
            });
        });
    }

    /** Given a champion of the same classes in another order, when a job starts from it, then it fails and says why. */
    @Test
    void theClassesMustBeTheChampions() {
        JobRequested job = job(Method.TEACHER, champion);
        List<String> swapped = List.of("vertical", "horizontal", "ring", "blob");

        TrainingProgress end = bus.run(new JobRequested(job.jobId(), job.adaptationId(), job.adaptationMethods(),
                job.method(), job.preset(), job.seed(), job.source(), job.target(), job.shape(), swapped, champion,
                job.requestedAt()));

        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.message()).contains(champion, TwoLineImages.CLASS_NAMES.toString(), swapped.toString());
    }

    /** Given a champion of which another archive was evaluated than is in Kafka, when a job starts from it, then it fails with both digests. */
    @Test
    void theParentMustBeTheArchiveThatWasEvaluated() {
        String evaluated = "ab".repeat(32);
        ModelManifest manifest = bus.manifest(champion);
        probe.produce(Topics.MODELS_EVALUATED, champion, Json.encode(new ModelEvaluated(champion, manifest.kind(),
                manifest.method(), manifest.jobId(), manifest.adaptationId(), manifest.source().line(),
                manifest.target().line(), null, null, Map.of(), Verdict.ACCEPTED, "Scored.", evaluated,
                Instant.now())));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            TrainingProgress end = bus.run(job(Method.TEACHER, champion));
            assertThat(end.state()).isEqualTo(JobState.FAILED);
            assertThat(end.message()).contains("is not the one that was evaluated", evaluated);
        });
    }

    private JobRequested job(Method method, String parent) {
        return JobsInKafka.job(method, lines.source(), lines.target(), parent, List.of());
    }
}
