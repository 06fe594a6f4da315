package io.crossline.ingest.ingestion;

/** How an ingestion stands. */
public enum IngestionState {
    RUNNING, COMPLETED, FAILED, CANCELLED;

    public boolean isFinal() {
        return this != RUNNING;
    }
}
