package io.crossline.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.TwoLineImages;

/** Requests jobs in Kafka, as the loop does, and reads there what came of them. */
record JobsInKafka(KafkaProbe probe) {

    /** A job of the preset for tests on its own, from a model that is published already. */
    static JobRequested job(Method method, LineData source, LineData target, String parentModel,
            List<GivenLabel> labels) {
        return new JobRequested(UUID.randomUUID(), UUID.randomUUID(), List.of(method), method, TestPresets.TINY, 7,
                source, target, TwoLineImages.SHAPE, TwoLineImages.CLASS_NAMES, parentModel, labels, null, null,
                Instant.now());
    }

    /** Requests a job and waits for its last event. */
    TrainingProgress run(JobRequested job) {
        probe.produce(Topics.JOBS_REQUESTED, job.key(), Json.encode(job));
        return end(job.jobId());
    }

    /** The last event of a job. */
    TrainingProgress end(UUID jobId) {
        return Json.decode(probe.first(Topics.TRAINING_PROGRESS, record -> jobId.toString().equals(record.key())
                && Json.decode(record.value(), TrainingProgress.class).state().isFinal()).value(),
                TrainingProgress.class);
    }

    ModelManifest manifest(String modelVersion) {
        return Json.decode(probe.first(Topics.MODELS_TRAINED, record -> modelVersion.equals(record.key())).headers()
                .lastHeader(CloudEventHeaders.MANIFEST).value(), ModelManifest.class);
    }
}
