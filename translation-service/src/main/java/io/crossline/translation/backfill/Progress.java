package io.crossline.translation.backfill;

/**
 * How far a generator is.
 *
 * @param translated images published
 * @param total images of the job's training selection and those that came later; at least {@code translated}
 * @param imagesPerSecond since the service began to translate; 0 where it has not
 * @param message why it failed, else empty
 */
public record Progress(TranslationState state, long translated, long total, double imagesPerSecond, String message) {}
