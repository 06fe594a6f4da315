package io.crossline.training.jobs;

import io.crossline.contracts.ModelManifest;

/** Takes trained models to whom they concern. */
@FunctionalInterface
public interface ModelEvents {

    /** Sends a model; it is safe with the broker on return. */
    void send(ModelManifest manifest, byte[] archive);
}
