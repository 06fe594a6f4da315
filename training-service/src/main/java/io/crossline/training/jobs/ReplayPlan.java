package io.crossline.training.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelManifest;

/**
 * A model's training done once more, as its manifest tells it.
 *
 * @param model manifest of the model
 */
public record ReplayPlan(ModelManifest model) {

    /** The job; of an adaptation of its own, so that the original's stays as it was. */
    public JobRequested job(Instant now) {
        return new JobRequested(UUID.randomUUID(), UUID.randomUUID(), List.of(model.method()), model.method(),
                model.preset(), model.seed(), model.source(), model.target(), model.shape(), model.classNames(),
                model.parentModel(), model.targetLabels(), model.leftOut(), model.examples(), model.expectedMix(),
                model.backbone() == null ? null : model.backbone().sha256(), model.turns(), model.modelVersion(),
                now.truncatedTo(ChronoUnit.MILLIS)).checking(model.frameChecks());
    }
}
