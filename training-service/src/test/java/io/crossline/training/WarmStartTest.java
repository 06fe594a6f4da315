package io.crossline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Method;
import io.crossline.contracts.TrainingProgress;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TwoLineImages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Jobs that start from a line's serving model, as the loop requests them. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class WarmStartTest {

    private KafkaProbe probe;
    private JobsOnTheBus bus;
    private TwoLines lines;
    private String champion;

    @BeforeEach
    void trainAChampion() {
        probe = KafkaProbe.ofTest();
        bus = new JobsOnTheBus(probe);
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

    private JobRequested job(Method method, String parent) {
        return JobsOnTheBus.job(method, lines.source(), lines.target(), parent, List.of());
    }
}
