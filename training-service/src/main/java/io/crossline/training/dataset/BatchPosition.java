package io.crossline.training.dataset;

import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Translation;

/** Where a batch lies in Kafka. */
public record BatchPosition(String topic, int partition, long offset) {

    static BatchPosition of(SelectedBatch<?> batch) {
        return new BatchPosition(batch.topic(), batch.partition(), batch.offset());
    }

    /** Where the batch lies that a translated one was made from. */
    static BatchPosition of(Translation translation) {
        return new BatchPosition(translation.sourceTopic(), translation.sourcePartition(), translation.sourceOffset());
    }
}
