package io.crossline.training.store;

import java.util.Optional;

import io.crossline.contracts.ModelManifest;
import io.crossline.kafka.TrainedModels;
import io.crossline.networks.archive.ModelArchive;

/** Trained models by version. What it gives is what Kafka holds at the moment of the call. */
public final class ModelStore implements AutoCloseable {

    private final TrainedModels models;

    /** Takes over the index and closes it with itself. */
    public ModelStore(TrainedModels models) {
        this.models = models;
    }

    /** @throws IllegalStateException if the broker does not answer */
    public boolean contains(String modelVersion) {
        return models.find(modelVersion).isPresent();
    }

    /** Archive of a model, as {@link ModelArchive} reads it; empty where there is none. */
    public Optional<byte[]> archive(String modelVersion) {
        return models.find(modelVersion);
    }

    public Optional<ModelManifest> manifest(String modelVersion) {
        return models.find(modelVersion).map(ModelArchive::readManifest);
    }

    @Override
    public void close() {
        models.close();
    }
}
