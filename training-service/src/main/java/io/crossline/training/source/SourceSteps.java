package io.crossline.training.source;

import java.util.List;
import java.util.Map;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.image.ValueRange;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.training.loss.ClassificationLoss;
import io.crossline.training.trainer.BatchStream;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Stateful;
import io.crossline.training.trainer.TrainedNetwork;
import io.crossline.training.trainer.TrainingBatch;
import io.crossline.training.trainer.TrainingSteps;

/** Supervised steps: both networks against the cross-entropy of labelled images. */
final class SourceSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final LabelledImages images;
    private final int size;
    private final BatchStream indices;
    private final TrainingBatch batch;
    private final TrainedNetwork featureExtractor;
    private final TrainedNetwork labelClassifier;

    SourceSteps(LabelledImages images, int size, double learningRate, long seed, ClassifierNetworks networks) {
        this.images = images;
        this.size = size;
        this.indices = new BatchStream(images.count(), size, seed);
        this.batch = new TrainingBatch(pool, images.shape(), size, images.classes());
        this.featureExtractor = new TrainedNetwork(networks.featureExtractor(), learningRate);
        this.labelClassifier = new TrainedNetwork(networks.labelClassifier(), learningRate);
    }

    @Override
    public Map<String, Double> step() {
        batch.fill(images, indices.next(), ValueRange.UNIT);
        try (Tape tape = new Tape(pool, featureExtractor.parameters(), labelClassifier.parameters())) {
            Variable features = featureExtractor.network().forward(tape, tape.constant(batch.images()), Mode.TRAIN);
            Variable logits = labelClassifier.network().forward(tape, features, Mode.TRAIN);
            Variable loss = ClassificationLoss.crossEntropy(tape, logits, tape.constant(batch.oneHot()));
            double classification = loss.scalar();
            tape.backward(loss);
            featureExtractor.update();
            labelClassifier.update();
            return Map.of("classification", classification);
        }
    }

    @Override
    public int imagesPerStep() {
        return size;
    }

    @Override
    public List<Stateful> state() {
        return List.of(indices, featureExtractor, labelClassifier);
    }

    @Override
    public void close() {
        featureExtractor.close();
        labelClassifier.close();
        pool.close();
    }
}
