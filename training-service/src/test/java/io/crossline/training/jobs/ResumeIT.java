package io.crossline.training.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.adaptation.preset.Presets;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.TrainingProgress;
import io.crossline.networks.backbone.Backbones;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.training.TestPresets;
import io.crossline.training.TrainingSettings;
import io.crossline.training.TwoLines;
import io.crossline.training.messaging.Broker;
import io.crossline.training.store.ModelStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A job that is delivered again, as after a kill: by a runner of its own, with what Kafka and the disk hold. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class ResumeIT {

    @Inject
    Broker broker;
    @Inject
    TrainingSettings settings;
    @Inject
    Presets presets;
    @Inject
    ModelStore store;

    private final JobRegistry registry = new JobRegistry();
    private final List<TrainingProgress> events = new ArrayList<>();
    private final Map<String, ModelManifest> published = new HashMap<>();
    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.ofTest();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given a job stopped after its third epoch, when it is delivered again, then it goes on and ends as if never stopped. */
    @Test
    void aStoppedJobGoesOn() {
        TwoLines lines = TwoLines.produce(probe, 200);
        JobRequested stopped = lines.jobs(TestPresets.TINY, Method.SOURCE).get(0);
        JobRequested whole = lines.jobs(TestPresets.TINY, Method.SOURCE).get(0);
        JobRunner first = runner((runner, progress) -> {
            if (progress.epochEnd() && progress.epoch() == 3) {
                runner.stop();
            }
        });

        assertThatThrownBy(() -> first.run(stopped)).isInstanceOf(JobInterruptedException.class);
        assertThat(events).noneMatch(event -> event.state().isFinal());
        assertThat(checkpoints(stopped)).exists();
        runner((runner, progress) -> {
        }).run(stopped);
        runner((runner, progress) -> {
        }).run(whole);

        assertThat(events).filteredOn(event -> event.jobId().equals(stopped.jobId()) && event.epochEnd())
                .extracting(TrainingProgress::epoch).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(published.get(stopped.modelVersion()).parametersSha256())
                .isEqualTo(published.get(whole.modelVersion()).parametersSha256());
        assertThat(checkpoints(stopped)).doesNotExist();
    }

    /** Given a job that has ended, when it is delivered again, then nothing happens. */
    @Test
    void anEndedJobIsLeftAlone() {
        TwoLines lines = TwoLines.produce(probe, 201);
        JobRequested job = lines.jobs("slow", Method.SOURCE).get(0);
        runner((runner, progress) -> {
        }).run(job);
        int before = events.size();

        runner((runner, progress) -> {
        }).run(job);

        assertThat(events).hasSize(before).last().extracting(TrainingProgress::state).isEqualTo(JobState.FAILED);
    }

    /** Given a job that killed its process again and again, when it is delivered once more, then it is given up. */
    @Test
    void aJobThatAlwaysCrashesIsGivenUp() {
        TwoLines lines = TwoLines.produce(probe, 202);
        JobRequested job = lines.jobs(TestPresets.TINY, Method.SOURCE).get(0);
        var checkpoints = new io.crossline.training.checkpoint.JobCheckpoints(settings.checkpoints(), job.jobId(),
                settings.checkpointInterval());
        for (int i = 0; i < settings.attempts(); i++) {
            checkpoints.begin();
        }

        runner((runner, progress) -> {
        }).run(job);

        assertThat(events).last().satisfies(event -> {
            assertThat(event.state()).isEqualTo(JobState.FAILED);
            assertThat(event.message()).contains("died");
        });
    }

    /** Given a trainer that was frozen while its job was given away, when it comes to publish, then it publishes nothing and says nothing of the job's end. */
    @Test
    void aJobThatIsNotConfirmedIsNotPublished() {
        JobRequested job = TwoLines.produce(probe, 204).jobs(TestPresets.TINY, Method.SOURCE).get(0);
        Ownership frozen = new Ownership() {
            private boolean asked;

            @Override
            public boolean isLost() {
                return asked;
            }

            @Override
            public boolean confirm() {
                asked = true;
                return false;
            }
        };

        assertThatThrownBy(() -> runner((runner, progress) -> {
        }).run(job, frozen)).isInstanceOf(JobInterruptedException.class);

        assertThat(published).isEmpty();
        assertThat(events).filteredOn(event -> event.jobId().equals(job.jobId())).isNotEmpty()
                .noneMatch(event -> event.state().isFinal());
    }

    /** Given a damaged checkpoint, when the job is delivered again, then it begins anew and ends well. */
    @Test
    void aDamagedCheckpointIsDiscarded() throws Exception {
        TwoLines lines = TwoLines.produce(probe, 203);
        JobRequested job = lines.jobs(TestPresets.TINY, Method.SOURCE).get(0);
        Files.createDirectories(checkpoints(job));
        Files.writeString(checkpoints(job).resolve("train.checkpoint"), "damaged");

        runner((runner, progress) -> {
        }).run(job);

        assertThat(events).last().extracting(TrainingProgress::state).isEqualTo(JobState.COMPLETED);
    }

    private interface Watcher {
        void see(JobRunner runner, TrainingProgress progress);
    }

    /** A runner as after a start of the process: the registry knows all events so far. */
    private JobRunner runner(Watcher watcher) {
        JobRunner[] self = new JobRunner[1];
        self[0] = new JobRunner(settings, broker.properties(), presets, registry, new Verdicts(), store,
                new Backbones(Path.of("target", "no-backbones")), progress -> {
                    events.add(progress);
                    registry.progressed(progress);
                    watcher.see(self[0], progress);
                }, (manifest, archive) -> published.put(manifest.modelVersion(), manifest), line -> null,
                "cpu", "test",
                Clock.systemUTC());
        return self[0];
    }

    private Path checkpoints(JobRequested job) {
        return settings.checkpoints().resolve(job.jobId().toString());
    }
}
