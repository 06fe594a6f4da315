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

/** Trains the classifier on the source line alone, from fresh parameters. */
public final class SourceTrainer implements Trainer<ClassifierNetworks> {

    private final LabelledImages source;
    private final SourceHyperparameters hyperparameters;
    private final long seed;
    private final int batch;
    private final TrainingLoop loop;
    private ClassifierNetworks networks;

    public SourceTrainer(LabelledImages source, SourceHyperparameters hyperparameters, long seed) {
        this.source = source;
        this.hyperparameters = hyperparameters;
        this.seed = seed;
        this.batch = BatchSize.of(hyperparameters, source.count());
        this.loop = new TrainingLoop("source", hyperparameters, seed, source.count(), batch);
    }

    @Override
    public ClassifierNetworks train(TrainingListener listener, Checkpoints checkpoints, BooleanSupplier cancelled) {
        networks = ClassifierNetworks.create(source.shape(), source.classes(), seed);
        try (TrainingSteps steps = new SourceSteps(source, batch, hyperparameters.learningRate(), seed, networks)) {
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
