package io.crossline.datasets.ingestion;

/** How an ingestion stands. */
public enum IngestionState {
    RUNNING, COMPLETED, FAILED, CANCELLED;

    public boolean isFinal() {
        return this != RUNNING;
    }
}
