package io.crossline.adaptation.dann;

import java.util.List;
import java.util.Map;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.adaptation.loss.DomainLoss;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.JointBatch;
import io.crossline.adaptation.trainer.JointSteps;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.Stateful;
import io.crossline.adaptation.trainer.TrainedNetwork;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.Network;
import io.crossline.networks.Networks;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Each step first updates the domain classifier on the features as they are, then the feature extractor and label
 * classifier with the domain classifier fixed: gradient reversal with an optimiser for each side. One extraction of both
 * lines serves both updates. The second loss is
 *
 * <pre>
 * classification - domainWeight domain + entropyWeight entropy(target) - diversityWeight marginalEntropy(target)
 * </pre>
 */
final class DannSteps extends JointSteps {

    private final DannHyperparameters hyperparameters;
    private final Network domainNetwork;
    private final TrainedNetwork domainClassifier;

    DannSteps(LabelledImages source, AdaptationTarget target, int size,
            DannHyperparameters hyperparameters, long seed,
            ClassifierNetworks networks, int steps) {
        super(source, target, size, seed, networks, hyperparameters.featureLearningRate(),
                hyperparameters.labelLearningRate(), hyperparameters.refinements(), steps);
        this.hyperparameters = hyperparameters;
        this.domainNetwork = Network.create(Networks.domainClassifier(), seed + 2);
        this.domainClassifier = new TrainedNetwork(domainNetwork,
                hyperparameters.refinements().learningRate(hyperparameters.domainLearningRate(), steps));
    }

    @Override
    protected Map<String, Double> step(Tape tape, JointBatch batch, Variable features) {
        double domainClassification = updateDomainClassifier(batch, features);
        return updateClassifier(tape, batch, features, domainClassification);
    }

    private double updateDomainClassifier(JointBatch batch, Variable features) {
        try (Tape tape = new Tape(pool(), domainClassifier.parameters())) {
            Variable loss = domainLoss(tape, batch, tape.detach(features));
            double domainClassification = loss.scalar();
            tape.backward(loss);
            domainClassifier.update();
            return domainClassification;
        }
    }

    private Map<String, Double> updateClassifier(Tape tape, JointBatch batch, Variable features,
            double domainClassification) {
        int half = batch.half();
        Variable logits = classifier().logits(tape, features);
        Variable targetLogits = Rows.slice(tape, logits, half, 2L * half);
        Variable classification = ClassificationLoss.crossEntropy(tape, Rows.slice(tape, logits, 0, half),
                tape.constant(batch.sourceOneHot()));
        Variable entropy = ClassificationLoss.entropy(tape, targetLogits);
        Variable domain = domainLoss(tape, batch, features);
        Variable adversarial = Elementwise.add(tape, classification,
                Elementwise.scale(tape, domain, -hyperparameters.domainWeight()));
        Variable loss = hyperparameters.information().addTo(tape, adversarial, targetLogits, entropy);
        return learn(tape, loss, Map.of("classification", classification.scalar(), "domain", domainClassification,
                "entropy", entropy.scalar()));
    }

    private Variable domainLoss(Tape tape, JointBatch batch, Variable features) {
        Variable logits = domainClassifier.network().forward(tape, features, Mode.TRAIN);
        return DomainLoss.domainLoss(tape, logits, tape.constant(batch.lineOneHot()));
    }

    @Override
    protected List<Stateful> methodState() {
        return classifier().stateAfter(batches(), domainClassifier);
    }

    @Override
    public void close() {
        super.close();
        domainClassifier.close();
        domainNetwork.close();
    }
}
