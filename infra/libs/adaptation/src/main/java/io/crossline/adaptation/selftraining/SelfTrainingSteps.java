package io.crossline.adaptation.selftraining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.adaptation.trainer.Augmentation;
import io.crossline.adaptation.trainer.IndexStream;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.Mixup;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.Stateful;
import io.crossline.adaptation.trainer.TargetLabeller;
import io.crossline.adaptation.trainer.TargetLabelling;
import io.crossline.adaptation.trainer.TrainedClassifier;
import io.crossline.adaptation.trainer.TrainingBatch;
import io.crossline.adaptation.trainer.TrainingSteps;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Steps against {@code classification(source) + targetWeight classification(target)}. The target's labels are those of the average of
 * the classifier's parameters, found anew at the beginning of each round.
 */
final class SelfTrainingSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final LabelledImages source;
    private final UnlabelledImages target;
    private final SelfTrainingHyperparameters hyperparameters;
    private final TargetLabeller labeller;
    private final int size;
    private final IndexStream sourceIndices;
    private final TargetLabelling labelling;
    private final Augmentation sourceAugmentation;
    private final Augmentation targetAugmentation;
    private final Mixup sourceMixup;
    private final Mixup targetMixup;
    private final TrainingBatch sourceBatch;
    private final TrainingBatch targetBatch;
    private final TrainedClassifier classifier;

    SelfTrainingSteps(LabelledImages source, UnlabelledImages target, TargetLabeller labeller, int size,
            SelfTrainingHyperparameters hyperparameters, long seed, ClassifierNetworks networks, int steps) {
        this.source = source;
        this.target = target;
        this.hyperparameters = hyperparameters;
        this.labeller = labeller;
        this.size = size;
        Refinements refinements = hyperparameters.refinements();
        this.sourceIndices = IndexStream.of(source, size, refinements.sampling(), seed);
        int stepsPerRound = (steps + hyperparameters.rounds() - 1) / hyperparameters.rounds();
        this.labelling = new TargetLabelling(labeller, source.classes(), size, stepsPerRound,
                hyperparameters::trusted, seed + 1);
        this.sourceAugmentation = Augmentation.of(refinements.distortions(), source.shape(), seed);
        this.targetAugmentation = Augmentation.of(refinements.distortions(), source.shape(), seed + 1);
        this.sourceMixup = new Mixup(refinements.mixup(), seed);
        this.targetMixup = new Mixup(refinements.mixup(), seed + 1);
        this.sourceBatch = new TrainingBatch(pool, networks.encoder(), size, source.classes());
        this.targetBatch = new TrainingBatch(pool, networks.encoder(), size, source.classes());
        this.classifier = new TrainedClassifier(networks,
                refinements.learningRate(hyperparameters.learningRate(), steps),
                refinements.learningRate(hyperparameters.learningRate(), steps), refinements, seed);
    }

    @Override
    public Map<String, Double> step() {
        sourceBatch.fill(source, sourceIndices.next(), sourceAugmentation, hyperparameters.refinements());
        sourceMixup.apply(sourceBatch);
        int[] images = labelling.next(classifier.average());
        targetBatch.fill(target, images, labelling.oneHot(images), targetAugmentation,
                hyperparameters.refinements());
        targetMixup.apply(targetBatch);
        try (Tape tape = classifier.tape(pool)) {
            // each line by itself: batch normalisation takes the statistics of one line at a time
            Variable classification = classification(tape, sourceBatch);
            Variable pseudoLabels = classification(tape, targetBatch);
            Map<String, Double> losses = new HashMap<>(
                    Map.of("classification", classification.scalar(), "pseudoLabels", pseudoLabels.scalar()));
            tape.backward(Elementwise.add(tape, classification,
                    Elementwise.scale(tape, pseudoLabels, hyperparameters.targetWeight())));
            classifier.update();
            return losses;
        }
    }

    private Variable classification(Tape tape, TrainingBatch batch) {
        Variable features = classifier.features(tape, tape.constant(batch.images()));
        return ClassificationLoss.crossEntropy(tape, classifier.logits(tape, features),
                tape.constant(batch.oneHot()));
    }

    @Override
    public void finish() {
        labeller.fit(classifier.average());
    }

    @Override
    public int imagesPerStep() {
        return 2 * size;
    }

    @Override
    public List<Stateful> state() {
        return Stream.concat(Stream.of(labelling),
                classifier.stateAfter(sourceIndices, sourceAugmentation, targetAugmentation, sourceMixup, targetMixup)
                        .stream())
                .toList();
    }

    @Override
    public void close() {
        classifier.close();
        pool.close();
    }
}
