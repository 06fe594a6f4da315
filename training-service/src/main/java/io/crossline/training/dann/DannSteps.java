package io.crossline.training.dann;

import java.util.List;
import java.util.Map;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.Network;
import io.crossline.networks.Networks;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.training.loss.ClassificationLoss;
import io.crossline.training.loss.DomainLoss;
import io.crossline.training.trainer.BatchStream;
import io.crossline.training.trainer.JointBatch;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Stateful;
import io.crossline.training.trainer.TrainedNetwork;
import io.crossline.training.trainer.TrainingSteps;
import io.crossline.training.trainer.UnlabelledImages;

/**
 * Each step first updates the domain classifier on the features as they are, then the feature extractor and label
 * classifier against {@code classification - domainWeight domain + entropyWeight entropy(target)} with the domain
 * classifier fixed: gradient reversal with an optimiser for each side. One extraction of both lines serves both updates.
 */
final class DannSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final LabelledImages source;
    private final UnlabelledImages target;
    private final DannHyperparameters hyperparameters;
    private final BatchStream sourceIndices;
    private final BatchStream targetIndices;
    private final JointBatch batch;
    private final Network domainNetwork;
    private final TrainedNetwork featureExtractor;
    private final TrainedNetwork labelClassifier;
    private final TrainedNetwork domainClassifier;

    DannSteps(LabelledImages source, UnlabelledImages target, int size, DannHyperparameters hyperparameters, long seed,
            ClassifierNetworks networks) {
        this.source = source;
        this.target = target;
        this.hyperparameters = hyperparameters;
        this.sourceIndices = new BatchStream(source.count(), size, seed);
        this.targetIndices = new BatchStream(target.count(), size, seed + 1);
        this.batch = new JointBatch(pool, source.shape(), size, source.classes());
        this.domainNetwork = Network.create(Networks.domainClassifier(), seed + 2);
        this.featureExtractor = new TrainedNetwork(networks.featureExtractor(), hyperparameters.featureLearningRate());
        this.labelClassifier = new TrainedNetwork(networks.labelClassifier(), hyperparameters.labelLearningRate());
        this.domainClassifier = new TrainedNetwork(domainNetwork, hyperparameters.domainLearningRate());
    }

    @Override
    public Map<String, Double> step() {
        batch.fill(source, sourceIndices.next(), target, targetIndices.next());
        try (Tape tape = new Tape(pool, featureExtractor.parameters(), labelClassifier.parameters())) {
            Variable features = featureExtractor.network().forward(tape, tape.constant(batch.images()), Mode.TRAIN);
            double domainClassification = updateDomainClassifier(features);
            return updateClassifier(tape, features, domainClassification);
        }
    }

    private double updateDomainClassifier(Variable features) {
        try (Tape tape = new Tape(pool, domainClassifier.parameters())) {
            Variable loss = domainLoss(tape, tape.detach(features));
            double domainClassification = loss.scalar();
            tape.backward(loss);
            domainClassifier.update();
            return domainClassification;
        }
    }

    private Map<String, Double> updateClassifier(Tape tape, Variable features, double domainClassification) {
        int half = batch.half();
        Variable logits = labelClassifier.network().forward(tape, features, Mode.TRAIN);
        Variable classification = ClassificationLoss.crossEntropy(tape, Rows.slice(tape, logits, 0, half),
                tape.constant(batch.sourceOneHot()));
        Variable entropy = ClassificationLoss.entropy(tape, Rows.slice(tape, logits, half, 2L * half));
        Variable domain = domainLoss(tape, features);
        Variable adversarial = Elementwise.add(tape, classification,
                Elementwise.scale(tape, domain, -hyperparameters.domainWeight()));
        Variable loss = Elementwise.add(tape, adversarial,
                Elementwise.scale(tape, entropy, hyperparameters.entropyWeight()));
        Map<String, Double> losses = Map.of("classification", classification.scalar(), "domain", domainClassification,
                "entropy", entropy.scalar());
        tape.backward(loss);
        featureExtractor.update();
        labelClassifier.update();
        return losses;
    }

    private Variable domainLoss(Tape tape, Variable features) {
        Variable logits = domainClassifier.network().forward(tape, features, Mode.TRAIN);
        return DomainLoss.domainLoss(tape, logits, tape.constant(batch.lineOneHot()));
    }

    @Override
    public int imagesPerStep() {
        return 2 * batch.half();
    }

    @Override
    public List<Stateful> state() {
        return List.of(sourceIndices, targetIndices, featureExtractor, labelClassifier, domainClassifier);
    }

    @Override
    public void close() {
        featureExtractor.close();
        labelClassifier.close();
        domainClassifier.close();
        domainNetwork.close();
        pool.close();
    }
}
