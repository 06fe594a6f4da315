package io.crossline.adaptation.adabn;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.crossline.adaptation.trainer.ClassMix;
import io.crossline.adaptation.trainer.LoopTrainer;
import io.crossline.adaptation.trainer.NormalizationStatistics;
import io.crossline.adaptation.trainer.Stateful;
import io.crossline.adaptation.trainer.TargetFit;
import io.crossline.adaptation.trainer.TrainingLoop;
import io.crossline.adaptation.trainer.TrainingSteps;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;

/** Adaptive batch normalisation (Li et al. 2018), from a source classifier: a matter of seconds. */
public final class AdaBnTrainer extends LoopTrainer<ClassifierNetworks> {

    /**
     * @param target at least 2 images
     * @param mix of the target's classes; empty where nobody has told it
     * @param initial has batch normalisation; stays unchanged, and is the caller's to close
     * @throws IllegalArgumentException if the classifier has no batch normalisation
     */
    public AdaBnTrainer(UnlabelledImages target, Optional<ClassMix> mix, AdaBnHyperparameters hyperparameters,
            long seed,
            ClassifierNetworks initial) {
        super(new TrainingLoop("adabn", hyperparameters, seed, target.count(), target.count()), initial::copy,
                (networks, steps) -> new Steps(target, mix, seed, networks), ClassifierNetworks::close);
        if (!NormalizationStatistics.has(initial)) {
            throw new IllegalArgumentException("The classifier has no batch normalisation that could take the target's "
                    + "statistics, expected one of preset real");
        }
    }

    /** There is nothing to learn: the work is done at the end. */
    private record Steps(UnlabelledImages target, Optional<ClassMix> mix, long seed,
            ClassifierNetworks networks) implements TrainingSteps {

        @Override
        public Map<String, Double> step() {
            return Map.of();
        }

        @Override
        public void finish() {
            TargetFit.apply(networks, target, mix, seed);
        }

        @Override
        public int imagesPerStep() {
            return target.count();
        }

        @Override
        public List<Stateful> state() {
            return List.of();
        }

        @Override
        public void close() {
            // the networks are the caller's
        }
    }
}
