package io.crossline.bench.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.crossline.bench.row.Row;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.Split;
import io.crossline.datasets.DatasetCatalog;
import io.crossline.datasets.Downloads;
import io.crossline.datasets.ingestion.BatchTarget;
import io.crossline.datasets.ingestion.Ingestion;
import io.crossline.datasets.ingestion.IngestionRequest;
import io.crossline.datasets.ingestion.IngestionState;
import io.crossline.datasets.ingestion.Ingestions;
import io.crossline.datasets.ingestion.LabelPolicy;
import io.crossline.datasets.ingestion.NewestPictures;

/** Ingests images of the simulated line {@code clean}, as a request to the ingest service does. */
final class SimulatedIngest {

    private static final long POLL_MILLIS = 2;

    private final Ingestions ingestions;
    private final int batches;

    SimulatedIngest(BatchTarget target, int batches) {
        // a simulated line is not downloaded
        this.ingestions = new Ingestions(new DatasetCatalog(new Downloads(Path.of("."), Map.of())), target,
                new NewestPictures(), 1, 1);
        this.batches = batches;
    }

    /** How many images an ingestion brings. */
    int images() {
        return batches * Row.BATCH;
    }

    /**
     * Returns when all images are where the target brings them.
     *
     * @param seed another gives other images
     */
    Ingestion ingest(long seed) {
        Ingestion started = ingestions.start(new IngestionRequest("clean",
                "sim:clean?images=" + images() + "&test=0", RandomImages.SHAPE, LabelPolicy.ALL, seed, null,
                Row.BATCH, false));
        while (true) {
            Ingestion now = ingestions.find(started.id()).orElseThrow();
            if (now.finishedAt() != null) {
                return completed(now);
            }
            pause();
        }
    }

    /** Where an ingestion's images are. */
    static DataSelection selection(Ingestion ingestion) {
        return ingestion.selections().get(Split.TRAIN.id());
    }

    /** From request to last image, by the service's own clock. */
    static double seconds(Ingestion ingestion) {
        return Duration.between(ingestion.startedAt(), ingestion.finishedAt()).toNanos() / 1e9;
    }

    private static Ingestion completed(Ingestion ingestion) {
        if (ingestion.state() != IngestionState.COMPLETED) {
            throw new IllegalStateException("The images were not ingested: " + ingestion.message());
        }
        return ingestion;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while images were ingested", e);
        }
    }
}
