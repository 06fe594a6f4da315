package io.crossline.translation.backfill;

/** Where the translation of a job's training selection stands. */
public enum TranslationState {
    PENDING, TRANSLATING, COMPLETED, FAILED
}
