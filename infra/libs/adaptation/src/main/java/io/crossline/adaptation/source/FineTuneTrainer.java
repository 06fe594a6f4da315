package io.crossline.adaptation.source;

import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.BatchSize;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LoopTrainer;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.TargetFit;
import io.crossline.adaptation.trainer.TrainingLoop;
import io.crossline.adaptation.trainer.TrainingSteps;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;

/** Fine-tunes a classifier on labelled source images that were translated to the look of the target. */
public final class FineTuneTrainer extends LoopTrainer<ClassifierNetworks> {

    /**
     * @param target true images of the target; its predictions are used only where the hyperparameters give them a weight
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    public FineTuneTrainer(LabelledImages translated, UnlabelledImages target, FineTuneHyperparameters hyperparameters,
            long seed, ClassifierNetworks initial) {
        this(translated, AdaptationTarget.of(target, translated), hyperparameters, seed, initial);
    }

    /** As the other one, with what is known of the target's mix of classes. */
    public FineTuneTrainer(LabelledImages translated, AdaptationTarget target, FineTuneHyperparameters hyperparameters,
            long seed, ClassifierNetworks initial) {
        this(translated, target, hyperparameters, seed, initial,
                hyperparameters.information().isNone()
                        ? BatchSize.of(hyperparameters, translated.count())
                        : BatchSize.of(hyperparameters, translated.count(), target.images().count()));
    }

    private FineTuneTrainer(LabelledImages translated, AdaptationTarget target, FineTuneHyperparameters hyperparameters,
            long seed, ClassifierNetworks initial, int batch) {
        super(new TrainingLoop(run("fine-tune", target), hyperparameters, seed, translated.count(), batch),
                initial::copy,
                (networks, steps) -> steps(translated, target, batch, hyperparameters, seed, networks, steps),
                ClassifierNetworks::close);
    }

    private static TrainingSteps steps(LabelledImages translated, AdaptationTarget target, int batch,
            FineTuneHyperparameters hyperparameters, long seed, ClassifierNetworks networks, int steps) {
        Refinements refinements = hyperparameters.refinements();
        return hyperparameters.information().isNone()
                ? new SourceSteps(translated, batch, refinements.learningRate(hyperparameters.learningRate(), steps),
                        refinements, seed, networks,
                        tuned -> TargetFit.apply(tuned, target.images(), target.mix(), seed))
                : new FineTuneSteps(translated, target, batch, hyperparameters, seed, networks, steps);
    }
}
