package io.crossline.translation.generator;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Translation;

/** Translates a labelled batch: new pixels, the same labels. */
@ApplicationScoped
public class BatchTranslator {

    private final LoadedGenerators generators;

    BatchTranslator(LoadedGenerators generators) {
        this.generators = generators;
    }

    /** What a batch that this generator makes of a record says of its making. */
    public static Translation translation(String generatorVersion, SelectedBatch<LabelledBatch> source) {
        return new Translation(generatorVersion, source.topic(), source.partition(), source.offset());
    }

    /**
     * @return uint8 images of the same count and shape, of dataset {@code <dataset>@<generatorVersion>}
     * @throws InvalidFieldException if the generator takes images of another shape
     */
    public LabelledBatch translate(String generatorVersion, SelectedBatch<LabelledBatch> source) {
        LabelledBatch batch = source.batch();
        Images images = generators.with(generatorVersion, generator -> translate(generator, batch.images()));
        BatchOrigin origin = batch.origin();
        return new LabelledBatch(new BatchOrigin(origin.line(), origin.dataset() + "@" + generatorVersion,
                origin.split(), origin.capturedAt(), translation(generatorVersion, source)), images, batch.labels());
    }

    private static Images translate(LoadedGenerator generator, Images images) {
        ImageShape expected = generator.manifest().shape();
        if (!expected.equals(images.shape())) {
            throw new InvalidFieldException("shape", "is " + images.shape() + ", expected " + expected);
        }
        return new Images(expected, images.count(), generator.generators().sourceToTarget(images.pixels()));
    }
}
