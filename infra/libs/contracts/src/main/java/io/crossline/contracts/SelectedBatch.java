package io.crossline.contracts;

/** A batch of a {@link DataSelection} and the record that it was read from. */
public record SelectedBatch<B extends ImageBatch>(B batch, String topic, int partition, long offset) {}
