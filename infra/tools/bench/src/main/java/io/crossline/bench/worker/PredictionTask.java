package io.crossline.bench.worker;

import java.util.List;

import io.crossline.bench.row.Row;
import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.LabelledBatch;
import io.crossline.datasets.ingestion.Ingestion;
import io.crossline.kafka.SelectionReader;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/** Images a second from Kafka to scored predictions, as the evaluation service makes them, or of the predictions alone. */
record PredictionTask(int batches, Kafka kafka) implements Task {

    @Override
    public void run(Rounds rounds) {
        if (kafka.isAway()) {
            CollectingTarget memory = new CollectingTarget();
            Ingestion ingestion = new SimulatedIngest(memory, batches).ingest(0);
            List<ImageBatch> images = memory.take();
            measure(rounds, ingestion, classifier -> images
                    .forEach(batch -> classifier.predict(batch.images().pixels())));
        } else {
            try (CapturedTopic topic = new CapturedTopic(kafka)) {
                Ingestion ingestion = new SimulatedIngest(topic, batches).ingest(0);
                measure(rounds, ingestion, classifier -> readAndScore(ingestion, classifier));
            }
        }
    }

    private interface Pass {
        void with(Classifier classifier);
    }

    private void measure(Rounds rounds, Ingestion ingestion, Pass pass) {
        int images = batches * Row.BATCH;
        try (Classifier classifier = new Classifier(
                ClassifierNetworks.create(RandomImages.SHAPE, ingestion.classNames().size(), 0))) {
            rounds.each(() -> Row.STREAM_PREDICT.unit().of(Stopwatch.seconds(() -> pass.with(classifier)), images));
        }
    }

    private void readAndScore(Ingestion ingestion, Classifier classifier) {
        DataSelection selection = SimulatedIngest.selection(ingestion);
        BatchCheck format = BatchCheck.shape(RandomImages.SHAPE);
        Score score = new Score();
        try (SelectionReader reader = SelectionReader.open(kafka.properties(), format)) {
            reader.readLabelled(selection, selected -> score.add(selected.batch(), classifier));
        }
        score.requireImages(batches * Row.BATCH);
    }

    /** Right answers. */
    private static final class Score {

        private int images;
        private int right;

        void add(LabelledBatch batch, Classifier classifier) {
            Predictions predictions = classifier.predict(batch.images().pixels());
            for (int i = 0; i < predictions.count(); i++) {
                right += predictions.label(i) == batch.labels().values()[i] ? 1 : 0;
            }
            images += predictions.count();
        }

        void requireImages(int expected) {
            if (images != expected) {
                throw new IllegalStateException("Of " + expected + " images " + images + " came back from Kafka, "
                        + right + " were recognised");
            }
        }
    }
}
