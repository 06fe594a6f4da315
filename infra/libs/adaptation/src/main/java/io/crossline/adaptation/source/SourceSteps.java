package io.crossline.adaptation.source;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.adaptation.trainer.Augmentation;
import io.crossline.adaptation.trainer.IndexStream;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LearningRate;
import io.crossline.adaptation.trainer.Mixup;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.Stateful;
import io.crossline.adaptation.trainer.TrainedClassifier;
import io.crossline.adaptation.trainer.TrainingBatch;
import io.crossline.adaptation.trainer.TrainingSteps;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Supervised steps: both networks against the cross-entropy of labelled images. */
final class SourceSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final LabelledImages images;
    private final int size;
    private final Consumer<ClassifierNetworks> completion;
    private final IndexStream indices;
    private final Refinements refinements;
    private final Augmentation augmentation;
    private final Mixup mixup;
    private final TrainingBatch batch;
    private final TrainedClassifier classifier;

    /** @param completion completes the networks after the last step; done again where a training is resumed after it */
    SourceSteps(LabelledImages images, int size, LearningRate learningRate, Refinements refinements, long seed,
            ClassifierNetworks networks, Consumer<ClassifierNetworks> completion) {
        this.completion = completion;
        this.images = images;
        this.size = size;
        this.indices = IndexStream.of(images, size, refinements.sampling(), seed);
        this.augmentation = Augmentation.of(refinements.distortions(), images.shape(), seed);
        this.mixup = new Mixup(refinements.mixup(), seed);
        this.batch = new TrainingBatch(pool, networks.encoder(), size, images.classes());
        this.refinements = refinements;
        this.classifier = new TrainedClassifier(networks, learningRate, learningRate, refinements, seed);
    }

    @Override
    public Map<String, Double> step() {
        batch.fill(images, indices.next(), augmentation, refinements);
        mixup.apply(batch);
        try (Tape tape = classifier.tape(pool)) {
            Variable features = classifier.features(tape, tape.constant(batch.images()));
            Variable loss = ClassificationLoss.crossEntropy(tape, classifier.logits(tape, features),
                    tape.constant(batch.oneHot()));
            double classification = loss.scalar();
            tape.backward(loss);
            classifier.update();
            return Map.of("classification", classification);
        }
    }

    @Override
    public void finish() {
        completion.accept(classifier.average());
    }

    @Override
    public int imagesPerStep() {
        return size;
    }

    @Override
    public List<Stateful> state() {
        return classifier.stateAfter(indices, augmentation, mixup);
    }

    @Override
    public void close() {
        classifier.close();
        pool.close();
    }
}
