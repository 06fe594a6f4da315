package io.crossline.translation.backfill;

import java.util.concurrent.CompletionStage;

import io.crossline.contracts.LabelledBatch;

/** Where translated batches go. */
@FunctionalInterface
public interface TranslatedBatches {

    /** Completes once the broker has the batch. */
    CompletionStage<Void> publish(LabelledBatch batch);
}
