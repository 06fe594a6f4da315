package io.crossline.training.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.ModelManifest;
import io.crossline.training.store.ModelStore;

/** Publishes a job's models while the job is this replica's, and a version once. */
final class OwnedModels implements ModelEvents {

    private static final Logger LOG = LoggerFactory.getLogger(OwnedModels.class);

    private final ModelEvents models;
    private final ModelStore store;
    private final Ownership ownership;

    OwnedModels(ModelEvents models, ModelStore store, Ownership ownership) {
        this.models = models;
        this.store = store;
        this.ownership = ownership;
    }

    /** @throws JobStoppedException if the job is another replica's by now */
    @Override
    public void send(ModelManifest manifest, byte[] archive) {
        if (!ownership.confirm()) {
            throw new JobStoppedException("Job " + manifest.jobId() + " is another replica's by now: its model "
                    + manifest.modelVersion() + " is not published from here");
        }
        if (store.contains(manifest.modelVersion())) {
            LOG.info("Model {} is published already, by another replica", manifest.modelVersion());
            return;
        }
        models.send(manifest, archive);
    }
}
