package io.crossline.bench.floor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.deeplearning4j.nn.conf.inputs.InputType;

import io.crossline.bench.floor.Pass.Gradients;
import io.crossline.bench.row.Row;
import io.crossline.contracts.ImageShape;
import io.crossline.networks.Networks;

/** What the methods' steps cost with the seed's networks and batches: only what their definitions ask for. */
public final class NotebookCosts {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final int CLASSES = 10;
    private static final int BATCH = Row.BATCH;
    private static final InputType IMAGES = InputType.convolutional(SHAPE.height(), SHAPE.width(), SHAPE.channels());
    private static final InputType FEATURES = InputType.feedForward(Networks.FEATURES);

    private final NetworkCost features = NetworkCost.of(Networks.featureExtractor(SHAPE), IMAGES);
    private final NetworkCost labels = NetworkCost.of(Networks.labelClassifier(CLASSES), FEATURES);
    private final NetworkCost domain = NetworkCost.of(Networks.domainClassifier(), FEATURES);
    private final NetworkCost generator = NetworkCost.of(Networks.generator(SHAPE, Networks.NOTEBOOK_WIDTH), IMAGES);
    private final NetworkCost discriminator = NetworkCost.of(Networks.discriminator(SHAPE, Networks.NOTEBOOK_WIDTH),
            IMAGES);

    /** @throws IllegalArgumentException for the rows that stream */
    StepCost of(Row row) {
        return switch (row) {
            case SOURCE -> new StepCost(List.of(new Pass(features, BATCH, Gradients.WEIGHTS),
                    new Pass(labels, BATCH, Gradients.BOTH)), List.of(features, labels));
            case DANN -> new StepCost(List.of(new Pass(features, 2 * BATCH, Gradients.WEIGHTS),
                    new Pass(labels, 2 * BATCH, Gradients.BOTH), new Pass(domain, 2 * BATCH, Gradients.WEIGHTS),
                    new Pass(domain, 2 * BATCH, Gradients.INPUT)), List.of(features, labels, domain));
            case CORAL -> new StepCost(List.of(new Pass(features, 2 * BATCH, Gradients.WEIGHTS),
                    new Pass(labels, BATCH, Gradients.BOTH)), List.of(features, labels));
            case CYCLEGAN -> cycleGan();
            case INFER_CLASSIFIER -> new StepCost(List.of(new Pass(features, BATCH, Gradients.NONE),
                    new Pass(labels, BATCH, Gradients.NONE)), List.of());
            case INFER_GENERATOR -> new StepCost(List.of(new Pass(generator, BATCH, Gradients.NONE)), List.of());
            case STREAM_INGEST, STREAM_TRAIN, STREAM_PREDICT -> throw new IllegalArgumentException(
                    row.id() + " has no floor of its own");
        };
    }

    /** Each way: a fake and an identity from images, a reconstruction from the fake; the fake judged, then real and fake. */
    private StepCost cycleGan() {
        List<Pass> passes = new ArrayList<>();
        for (int way = 0; way < 2; way++) {
            passes.addAll(Collections.nCopies(2, new Pass(generator, BATCH, Gradients.WEIGHTS)));
            passes.add(new Pass(generator, BATCH, Gradients.BOTH));
            passes.add(new Pass(discriminator, BATCH, Gradients.INPUT));
            passes.addAll(Collections.nCopies(2, new Pass(discriminator, BATCH, Gradients.WEIGHTS)));
        }
        return new StepCost(passes, List.of(generator, generator, discriminator, discriminator));
    }
}
