package io.crossline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.TrainingProgress;
import io.crossline.contracts.Views;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.TwoLineImages;
import io.crossline.training.jobs.ReplayPlan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Jobs that may not mirror and turn images. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class TurnsIT {

    private KafkaProbe probe;
    private JobsInKafka bus;
    private TwoLines lines;

    @BeforeEach
    void produce() {
        probe = KafkaProbe.ofTest();
        bus = new JobsInKafka(probe);
        lines = TwoLines.produce(probe, 600);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a parent that looks at mirror images, when jobs without turns start from it, then their models look once and the manifests say so. */
    @Test
    void noModelOfAJobWithoutTurnsLooksAtMirrorImages() {
        ModelManifest mirrored = model(job(Method.SOURCE, null, true));
        assertThat(mirrored.views()).isEqualTo(Views.MIRRORED);
        assertThat(mirrored.turns()).isTrue();

        for (Method method : List.of(Method.SOURCE, Method.ADABN, Method.TEACHER, Method.SELF_TRAINING)) {
            ModelManifest manifest = model(job(method, mirrored.modelVersion(), false));

            assertThat(manifest.views()).as(method.id()).isEqualTo(Views.SINGLE);
            assertThat(manifest.turns()).isFalse();
            assertThat(manifest.hyperparameters().getOrDefault("rotation", "0.0")).isEqualTo("0.0");
            assertThat(manifest.hyperparameters().getOrDefault("mirror", "0.0")).isEqualTo("0.0");
        }
    }

    /** Given a model of a job without turns, when its training is repeated, then the parameters are the same. */
    @Test
    void aReplayTakesNoTurnsEither() {
        ModelManifest manifest = model(job(Method.SOURCE, null, false));

        TrainingProgress replay = bus.run(new ReplayPlan(manifest).job(Instant.now()));

        assertThat(replay.message()).startsWith("The parameters are the same, bit for bit");
    }

    private ModelManifest model(JobRequested job) {
        TrainingProgress end = bus.run(job);
        assertThat(end.state()).as(end.message()).isEqualTo(JobState.COMPLETED);
        return bus.manifest(end.modelVersion());
    }

    private JobRequested job(Method method, String parent, boolean turns) {
        return new JobRequested(UUID.randomUUID(), UUID.randomUUID(), List.of(method), method, TestPresets.MIRRORED, 7,
                lines.source(), lines.target(), TwoLineImages.SHAPE, TwoLineImages.CLASS_NAMES,
                method == Method.SOURCE ? null : parent, List.of(), List.of(), List.of(), null, null, turns, null,
                Instant.now());
    }
}
