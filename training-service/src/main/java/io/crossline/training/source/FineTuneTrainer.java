package io.crossline.training.source;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.BatchSize;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.LoopTrainer;
import io.crossline.training.trainer.TrainingLoop;

/** Fine-tunes a classifier on labelled source images that were translated to the look of the target. */
public final class FineTuneTrainer extends LoopTrainer<ClassifierNetworks> {

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public FineTuneTrainer(LabelledImages translated, FineTuneHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial) {
        this(translated, hyperparameters, seed, initial, BatchSize.of(hyperparameters, translated.count()));
    }

    private FineTuneTrainer(LabelledImages translated, FineTuneHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial, int batch) {
        super(new TrainingLoop("fine-tune", hyperparameters, seed, translated.count(), batch), initial::copy,
                networks -> new SourceSteps(translated, batch, hyperparameters.learningRate(), seed, networks),
                ClassifierNetworks::close);
    }
}
