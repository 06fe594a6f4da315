package io.crossline.training.dann;

import java.util.function.BooleanSupplier;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.BatchSize;
import io.crossline.training.trainer.Checkpoints;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Trainer;
import io.crossline.training.trainer.TrainingListener;
import io.crossline.training.trainer.TrainingLoop;
import io.crossline.training.trainer.TrainingSteps;
import io.crossline.training.trainer.UnlabelledImages;

/** Domain-adversarial training (Ganin et al. 2016), from a source classifier. */
public final class DannTrainer implements Trainer<ClassifierNetworks> {

    private final LabelledImages source;
    private final UnlabelledImages target;
    private final DannHyperparameters hyperparameters;
    private final long seed;
    private final ClassifierNetworks initial;
    private final int batch;
    private final TrainingLoop loop;
    private ClassifierNetworks networks;

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public DannTrainer(LabelledImages source, UnlabelledImages target, DannHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial) {
        this.source = source;
        this.target = target;
        this.hyperparameters = hyperparameters;
        this.seed = seed;
        this.initial = initial;
        this.batch = BatchSize.of(hyperparameters, source.count(), target.count());
        this.loop = new TrainingLoop("dann", hyperparameters, seed, target.count(), batch);
    }

    @Override
    public ClassifierNetworks train(TrainingListener listener, Checkpoints checkpoints, BooleanSupplier cancelled) {
        networks = initial.copy();
        try (TrainingSteps steps = new DannSteps(source, target, batch, hyperparameters, seed, networks)) {
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
