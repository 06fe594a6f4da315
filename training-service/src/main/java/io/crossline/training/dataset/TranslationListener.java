package io.crossline.training.dataset;

/** Told while translated images are awaited, several times a second. An exception thrown here ends the waiting. */
@FunctionalInterface
public interface TranslationListener {

    /** @param batches translated so far, of {@code expected} */
    void translated(int batches, int expected);
}
