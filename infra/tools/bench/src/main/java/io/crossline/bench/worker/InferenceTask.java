package io.crossline.bench.worker;

import io.crossline.bench.row.Row;
import io.crossline.bench.row.Side;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.Networks;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Generators;

/** Images a second from bytes to results, by the median batch. */
record InferenceTask(Row row, int batches) implements Task {

    private static final int WARM_UP = 3;

    @Override
    public void run(Rounds rounds) {
        byte[] pixels = RandomImages.pixels(Row.BATCH, 1);
        if (row == Row.INFER_CLASSIFIER) {
            try (Classifier classifier = new Classifier(
                    ClassifierNetworks.create(RandomImages.SHAPE, RandomImages.CLASSES, 0))) {
                measure(rounds, () -> classifier.predict(pixels));
            }
        } else {
            try (Generators generators = new Generators(
                    GeneratorNetworks.create(RandomImages.SHAPE, Networks.NOTEBOOK_WIDTH, 0))) {
                measure(rounds, () -> generators.sourceToTarget(pixels));
            }
        }
    }

    private void measure(Rounds rounds, Runnable batch) {
        batch.run();
        rounds.first();
        for (int i = 1; i < WARM_UP; i++) {
            batch.run();
        }
        rounds.ready();
        while (rounds.next()) {
            double[] seconds = new double[batches];
            for (int i = 0; i < batches; i++) {
                seconds[i] = Stopwatch.seconds(batch);
            }
            rounds.answer(row.unit().of(Side.median(seconds), Row.BATCH));
        }
    }
}
