package io.crossline.adaptation.teacher;

import java.util.List;
import java.util.Map;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.adaptation.loss.ConsistencyLoss;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.Augmentation;
import io.crossline.adaptation.trainer.JointBatch;
import io.crossline.adaptation.trainer.JointSteps;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.Stateful;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Each step updates the student against {@code classification(source) + consistencyWeight consistency(target) +
 * pseudoLabelWeight pseudoLabels(target) + entropyWeight entropy(target) - diversityWeight marginalEntropy(target)}. Teacher
 * and student see the same target images, each changed at random in its own way; the teacher is the average of the student's
 * parameters. Images that the teacher is not sure of count 0 in consistency and pseudo-labels; the latter are the
 * cross-entropy with the teacher's most probable class (Sohn et al. 2020, equation 4).
 */
final class TeacherSteps extends JointSteps {

    private final TeacherHyperparameters hyperparameters;
    private final TeacherView view;

    TeacherSteps(LabelledImages source, AdaptationTarget target, int size,
            TeacherHyperparameters hyperparameters,
            long seed, ClassifierNetworks networks, int steps) {
        super(source, target, size, seed, networks, hyperparameters.learningRate(),
                hyperparameters.learningRate(),
                hyperparameters.refinements(), steps);
        this.hyperparameters = hyperparameters;
        this.view = new TeacherView(pool(), networks.encoder(), target.images(), size, source.classes(),
                Augmentation.of(hyperparameters.refinements().distortions(), target.images().shape(), seed + 1),
                hyperparameters.confidence());
    }

    @Override
    protected Map<String, Double> step(Tape tape, JointBatch batch, Variable features) {
        int half = batch.half();
        double sure = view.look(classifier().average(), batches().newestTarget());
        Variable logits = classifier().logits(tape, features);
        Variable targetLogits = Rows.slice(tape, logits, half, 2L * half);
        Variable classification = ClassificationLoss.crossEntropy(tape, Rows.slice(tape, logits, 0, half),
                tape.constant(batch.sourceOneHot()));
        Variable consistency = ConsistencyLoss.consistencyLoss(tape, targetLogits,
                tape.constant(view.probabilities()), tape.constant(view.believed()));
        Variable entropy = ClassificationLoss.entropy(tape, targetLogits);
        Variable pseudoLabels = ClassificationLoss.crossEntropy(tape, targetLogits,
                tape.constant(view.pseudoLabels()));
        Variable taught = Elementwise.add(tape,
                Elementwise.add(tape, classification,
                        Elementwise.scale(tape, consistency, hyperparameters.consistencyWeight())),
                Elementwise.scale(tape, pseudoLabels, hyperparameters.pseudoLabelWeight()));
        Map<String, Double> losses = Map.of("classification", classification.scalar(), "consistency",
                consistency.scalar(), "pseudoLabels", pseudoLabels.scalar(), "entropy", entropy.scalar(), "sure", sure);
        return learn(tape, hyperparameters.information().addTo(tape, taught, targetLogits, entropy), losses);
    }

    @Override
    protected List<Stateful> methodState() {
        return classifier().stateAfter(batches(), view.augmentation());
    }
}
