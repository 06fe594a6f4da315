package io.crossline.bench.worker;

import java.util.Map;

import io.crossline.adaptation.coral.CoralHyperparameters;
import io.crossline.adaptation.coral.CoralTrainer;
import io.crossline.adaptation.cyclegan.CycleGanHyperparameters;
import io.crossline.adaptation.cyclegan.CycleGanTrainer;
import io.crossline.adaptation.dann.DannHyperparameters;
import io.crossline.adaptation.dann.DannTrainer;
import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.adaptation.source.SourceTrainer;
import io.crossline.adaptation.trainer.Checkpoints;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.Trainer;
import io.crossline.adaptation.trainer.TrainingCancelledException;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.bench.row.Row;
import io.crossline.networks.ClassifierNetworks;

/** Median milliseconds of a training step with the seed's hyperparameters. */
record TrainingTask(Row row, int steps) implements Task {

    private static final long SEED = 0;

    @Override
    public void run(Rounds rounds) {
        StepGate gate = new StepGate(rounds, steps);
        try {
            trainer().train(gate, Checkpoints.none(), gate);
        } catch (TrainingCancelledException e) {
            // that is how the measurement ends
        }
    }

    private Trainer<?> trainer() {
        LabelledImages source = RandomImages.labelled();
        UnlabelledImages target = RandomImages.unlabelled();
        ClassifierNetworks initial = ClassifierNetworks.create(RandomImages.SHAPE, RandomImages.CLASSES, SEED);
        return switch (row) {
            case SOURCE -> new SourceTrainer(source, endless(SourceHyperparameters.NOTEBOOK), SEED);
            case DANN -> new DannTrainer(source, target, endless(DannHyperparameters.NOTEBOOK), SEED, initial);
            case CORAL -> new CoralTrainer(source, target, endless(CoralHyperparameters.NOTEBOOK), SEED, initial);
            case CYCLEGAN ->
                new CycleGanTrainer(source.withoutLabels(), target, endless(CycleGanHyperparameters.NOTEBOOK),
                        SEED);
            default -> throw new IllegalArgumentException(row.id() + " trains nothing");
        };
    }

    private static <H extends Record & Hyperparameters> H endless(H seed) {
        return Hyperparameters.of(seed, Map.of("epochs", Integer.toString(Integer.MAX_VALUE)));
    }
}
