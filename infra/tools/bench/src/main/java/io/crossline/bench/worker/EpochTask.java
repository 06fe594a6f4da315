package io.crossline.bench.worker;

import java.util.Map;

import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.adaptation.source.SourceTrainer;
import io.crossline.adaptation.trainer.Checkpoints;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.TrainingListener;
import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.LabelledBatch;
import io.crossline.datasets.ingestion.Ingestion;
import io.crossline.kafka.SelectionReader;

/** Seconds of one epoch of the source classifier: from Kafka with the reading of its images, or from memory. */
record EpochTask(int batches, Kafka kafka) implements Task {

    private static final SourceHyperparameters ONE_EPOCH = Hyperparameters.of(SourceHyperparameters.NOTEBOOK,
            Map.of("epochs", "1"));

    @Override
    public void run(Rounds rounds) {
        if (kafka.isAway()) {
            LabelledImages images = inMemory();
            rounds.each(() -> Stopwatch.seconds(() -> train(images)));
        } else {
            try (CapturedTopic topic = new CapturedTopic(kafka)) {
                Ingestion ingestion = new SimulatedIngest(topic, batches).ingest(0);
                rounds.each(() -> Stopwatch.seconds(() -> train(read(ingestion))));
            }
        }
    }

    private LabelledImages read(Ingestion ingestion) {
        LabelledImages images = new LabelledImages(RandomImages.SHAPE, ingestion.classNames().size());
        try (SelectionReader reader = SelectionReader.open(kafka.properties(),
                BatchCheck.shape(RandomImages.SHAPE))) {
            reader.readLabelled(SimulatedIngest.selection(ingestion), selected -> images.add(selected.batch()));
        }
        return images;
    }

    private LabelledImages inMemory() {
        CollectingTarget memory = new CollectingTarget();
        Ingestion ingestion = new SimulatedIngest(memory, batches).ingest(0);
        LabelledImages images = new LabelledImages(RandomImages.SHAPE, ingestion.classNames().size());
        memory.take().forEach(batch -> images.add((LabelledBatch) batch));
        return images;
    }

    private static void train(LabelledImages images) {
        new SourceTrainer(images, ONE_EPOCH, 0).train(TrainingListener.none(), Checkpoints.none(), () -> false)
                .close();
    }
}
