package io.crossline.adaptation.cyclegan;

import io.crossline.adaptation.trainer.BatchSize;
import io.crossline.adaptation.trainer.LoopTrainer;
import io.crossline.adaptation.trainer.TrainingLoop;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.GeneratorNetworks;

/** Trains the generators between two lines' looks (Zhu et al. 2017), from fresh parameters. Labels play no part. */
public final class CycleGanTrainer extends LoopTrainer<GeneratorNetworks> {

    public CycleGanTrainer(UnlabelledImages source, UnlabelledImages target, CycleGanHyperparameters hyperparameters,
            long seed) {
        this(source, target, hyperparameters, seed, BatchSize.of(hyperparameters, source.count(), target.count()));
    }

    private CycleGanTrainer(UnlabelledImages source, UnlabelledImages target, CycleGanHyperparameters hyperparameters,
            long seed, int batch) {
        super(new TrainingLoop("cyclegan", hyperparameters, seed, target.count(), batch),
                () -> GeneratorNetworks.create(source.shape(), hyperparameters.generatorWidth(), seed),
                (networks, steps) -> new CycleGanSteps(source, target, batch, hyperparameters, seed, networks),
                GeneratorNetworks::close);
    }
}
