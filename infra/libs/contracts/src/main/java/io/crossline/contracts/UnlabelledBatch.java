package io.crossline.contracts;

/** Images whose classes are not known, or not to be known. */
public record UnlabelledBatch(BatchOrigin origin, Images images) implements ImageBatch {

    public UnlabelledBatch {
        Require.present("origin", origin);
        Require.present("images", images);
    }

    @Override
    public UnlabelledBatch withoutLabels() {
        return this;
    }
}
