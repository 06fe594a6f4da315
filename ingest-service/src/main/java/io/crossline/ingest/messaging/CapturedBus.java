package io.crossline.ingest.messaging;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.crossline.contracts.ImageBatch;
import io.crossline.ingest.IngestConfig;
import io.crossline.ingest.ingestion.BatchTarget;
import io.crossline.ingest.ingestion.PublishedBatch;
import io.crossline.ingest.line.LineBoard;

/** The way to {@code images.captured} wired by hand, for a program without a container: the benchmark. */
public final class CapturedBus implements BatchTarget, AutoCloseable {

    private final CheckedRecords records;
    private final RegisteredLines lines;
    private final EventWriter writer;
    private final ImagePublisher publisher;

    /**
     * Starts to follow the topic, which must be there.
     *
     * @param kafka client properties of the connection
     */
    public CapturedBus(Map<String, Object> kafka, IngestConfig config) {
        KafkaClients clients = new KafkaClients(kafka);
        LineBoard board = new LineBoard();
        this.writer = new EventWriter(clients);
        this.lines = new RegisteredLines(clients, writer, board);
        this.records = new CheckedRecords(clients, board, config);
        this.publisher = new ImagePublisher(records, lines, clients);
        records.start(null);
    }

    @Override
    public CompletableFuture<PublishedBatch> publish(ImageBatch batch) {
        return publisher.publish(batch);
    }

    @Override
    public void close() {
        publisher.close();
        lines.close();
        writer.close();
        try {
            records.stop(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
