package io.crossline.bench.worker;

import java.util.List;
import java.util.Map;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.LabelledBatch;
import io.crossline.ingest.ingestion.Ingestion;
import io.crossline.ingest.messaging.CapturedBus;
import io.crossline.training.dataset.DatasetReader;
import io.crossline.training.dataset.FrameFilter;
import io.crossline.training.dataset.ReadListener;
import io.crossline.training.source.SourceHyperparameters;
import io.crossline.training.source.SourceTrainer;
import io.crossline.training.trainer.Checkpoints;
import io.crossline.training.trainer.Hyperparameters;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.TrainingListener;

/** Seconds of one epoch of the source classifier: from Kafka with the reading of its images, or from memory. */
record EpochTask(int batches, Kafka kafka) implements Task {

    private static final SourceHyperparameters ONE_EPOCH = Hyperparameters.of(SourceHyperparameters.SEED,
            Map.of("epochs", "1"));

    @Override
    public void run(Rounds rounds) {
        if (kafka.isAway()) {
            LabelledImages images = inMemory();
            rounds.each(() -> Stopwatch.seconds(() -> train(images)));
        } else {
            try (CapturedBus bus = new CapturedBus(kafka.properties(), new DefaultIngestConfig())) {
                Ingestion ingestion = new SimulatedIngest(bus, batches).ingest(0);
                DataSelection selection = SimulatedIngest.selection(ingestion);
                DatasetReader reader = new DatasetReader(kafka.properties());
                rounds.each(() -> Stopwatch.seconds(() -> train(read(reader, selection, ingestion.classNames()))));
            }
        }
    }

    private static LabelledImages read(DatasetReader reader, DataSelection selection, List<String> classNames) {
        return reader.readSource(selection, RandomImages.SHAPE, classNames, FrameFilter.none(), ReadListener.none())
                .images();
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
