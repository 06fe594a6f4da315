package io.crossline.local.chaos;

/**
 * A record of {@code predictions}.
 *
 * @param of the record that was predicted
 * @param eventId the CloudEvents id
 */
public record Prediction(Place of, String eventId) {}
