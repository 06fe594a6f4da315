package io.crossline.bench.worker;

import io.crossline.bench.row.Row;
import io.crossline.datasets.ingestion.BatchTarget;

/** Images a second from a simulated line to Kafka, or to memory: the same without Kafka. */
record IngestTask(int batches, Kafka kafka) implements Task {

    @Override
    public void run(Rounds rounds) {
        if (kafka.isAway()) {
            CollectingTarget memory = new CollectingTarget();
            measure(rounds, memory, memory::take);
        } else {
            try (CapturedTopic topic = new CapturedTopic(kafka)) {
                measure(rounds, topic, () -> {
                });
            }
        }
    }

    private void measure(Rounds rounds, BatchTarget target, Runnable afterwards) {
        SimulatedIngest ingest = new SimulatedIngest(target, batches);
        long[] seed = {0};
        rounds.each(() -> {
            // other images in each round, as a camera sends them
            double seconds = SimulatedIngest.seconds(ingest.ingest(seed[0]++));
            afterwards.run();
            return Row.STREAM_INGEST.unit().of(seconds, ingest.images());
        });
    }
}
