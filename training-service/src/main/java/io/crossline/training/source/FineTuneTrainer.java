package io.crossline.training.source;

import java.util.function.BooleanSupplier;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.BatchSize;
import io.crossline.training.trainer.Checkpoints;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Trainer;
import io.crossline.training.trainer.TrainingListener;
import io.crossline.training.trainer.TrainingLoop;
import io.crossline.training.trainer.TrainingSteps;

/** Fine-tunes a classifier on labelled source images that were translated to the look of the target. */
public final class FineTuneTrainer implements Trainer<ClassifierNetworks> {

    private final LabelledImages translated;
    private final FineTuneHyperparameters hyperparameters;
    private final long seed;
    private final ClassifierNetworks initial;
    private final int batch;
    private final TrainingLoop loop;
    private ClassifierNetworks networks;

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public FineTuneTrainer(LabelledImages translated, FineTuneHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial) {
        this.translated = translated;
        this.hyperparameters = hyperparameters;
        this.seed = seed;
        this.initial = initial;
        this.batch = BatchSize.of(hyperparameters, translated.count());
        this.loop = new TrainingLoop("fine-tune", hyperparameters, seed, translated.count(), batch);
    }

    @Override
    public ClassifierNetworks train(TrainingListener listener, Checkpoints checkpoints, BooleanSupplier cancelled) {
        networks = initial.copy();
        try (TrainingSteps steps = new SourceSteps(translated, batch, hyperparameters.learningRate(), seed, networks)) {
            loop.run(steps, listener, checkpoints, cancelled);
            return networks;
        } catch (RuntimeException e) {
            networks.close();
            throw e;
        }
    }

    @Override
    public int epochs() {
        return loop.epochs();
    }

    @Override
    public int stepsPerEpoch() {
        return loop.stepsPerEpoch();
    }

    @Override
    public ClassifierNetworks networks() {
        return networks;
    }
}
