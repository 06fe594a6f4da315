package io.crossline.contracts;

/** Images with a class each. */
public record LabelledBatch(BatchOrigin origin, Images images, Labels labels) implements ImageBatch {

    public LabelledBatch {
        Require.present("origin", origin);
        Require.present("images", images);
        Require.present("labels", labels);
        Require.that(labels.values().length == images.count(), "labels",
                "has " + labels.values().length + " values, expected one for each of the " + images.count()
                        + " images");
    }

    @Override
    public UnlabelledBatch withoutLabels() {
        return new UnlabelledBatch(origin, images);
    }
}
