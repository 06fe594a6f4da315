package io.crossline.local.chaos;

/** Where a record is on {@code images.captured}. */
public record Place(int partition, long offset) {}
