package io.crossline.training.cyclegan;

import java.util.function.BooleanSupplier;

import io.crossline.networks.GeneratorNetworks;
import io.crossline.training.trainer.BatchSize;
import io.crossline.training.trainer.Checkpoints;
import io.crossline.training.trainer.Trainer;
import io.crossline.training.trainer.TrainingListener;
import io.crossline.training.trainer.TrainingLoop;
import io.crossline.training.trainer.TrainingSteps;
import io.crossline.training.trainer.UnlabelledImages;

/** Trains the generators between two lines' looks (Zhu et al. 2017), from fresh parameters. Labels play no part. */
public final class CycleGanTrainer implements Trainer<GeneratorNetworks> {

    private final UnlabelledImages source;
    private final UnlabelledImages target;
    private final CycleGanHyperparameters hyperparameters;
    private final long seed;
    private final int batch;
    private final TrainingLoop loop;
    private GeneratorNetworks networks;

    public CycleGanTrainer(UnlabelledImages source, UnlabelledImages target, CycleGanHyperparameters hyperparameters,
            long seed) {
        this.source = source;
        this.target = target;
        this.hyperparameters = hyperparameters;
        this.seed = seed;
        this.batch = BatchSize.of(hyperparameters, source.count(), target.count());
        this.loop = new TrainingLoop("cyclegan", hyperparameters, seed, target.count(), batch);
    }

    @Override
    public GeneratorNetworks train(TrainingListener listener, Checkpoints checkpoints, BooleanSupplier cancelled) {
        networks = GeneratorNetworks.create(source.shape(), hyperparameters.generatorWidth(), seed);
        try (TrainingSteps steps = new CycleGanSteps(source, target, batch, hyperparameters, seed, networks)) {
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
    public GeneratorNetworks networks() {
        return networks;
    }
}
