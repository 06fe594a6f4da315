package io.crossline.training.dataset;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Topics;
import io.crossline.kafka.StartPosition;
import io.crossline.kafka.TopicView;
import io.crossline.kafka.UnusableRecords;

/** Reads a source set as it came back in the target's look: waits until all of it has come, or takes what is there. */
public final class TranslatedReader {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final Map<String, Object> broker;
    private final Duration patience;

    /**
     * @param broker Kafka's client properties of the connection
     * @param patience how long no further batch may come before the waiting ends with an error
     */
    public TranslatedReader(Map<String, Object> broker, Duration patience) {
        this.broker = Map.copyOf(broker);
        this.patience = patience;
    }

    /**
     * Waits for translations that come.
     *
     * @param generatorVersion only images that this generator made
     * @param since when the generator was published; nothing older is read
     * @param sources the batches whose translations are awaited; the images come in this order
     * @throws UnusableDataException if no further batch comes for too long
     */
    public LabelledImages await(String generatorVersion, Instant since, List<BatchPosition> sources, ImageShape shape,
            List<String> classNames, TranslationListener listener) {
        return read(new WantedTranslations(generatorVersion, shape, classNames, sources), since, listener,
                (isAll, done, expected, movedAt) -> {
                    if (System.nanoTime() - movedAt > patience.toNanos()) {
                        throw new UnusableDataException(timedOut(generatorVersion, done, expected));
                    }
                });
    }

    /**
     * Reads translations that are in Kafka already; as {@link #await} otherwise.
     *
     * @throws UnusableDataException if some are not there
     */
    public LabelledImages find(String generatorVersion, Instant since, List<BatchPosition> sources, ImageShape shape,
            List<String> classNames, TranslationListener listener) {
        return read(new WantedTranslations(generatorVersion, shape, classNames, sources), since, listener,
                (isAll, done, expected, movedAt) -> {
                    if (isAll) {
                        throw new UnusableDataException("Of the images translated by " + generatorVersion + ", " + done
                                + " of " + expected + " batches are in Kafka.");
                    }
                });
    }

    /** Ends the reading with an exception where nothing came and there is no use in going on. */
    private interface Impatience {
        /** @param isAll whether all that was on the topic at the start has been looked at */
        void nothingCame(boolean isAll, int done, int expected, long movedAt);
    }

    private LabelledImages read(WantedTranslations wanted, Instant since, TranslationListener listener,
            Impatience impatience) {
        int expected = wanted.expected();
        try (TopicView view = TopicView.start(Topics.IMAGES_TRANSLATED, broker,
                StartPosition.since(since.minus(CLOCK_SKEW)), wanted::take, UnusableRecords.logged())) {
            long movedAt = System.nanoTime();
            int before = 0;
            while (before < expected) {
                boolean isAll = view.isCaughtUp();
                int found = wanted.awaitMoreThan(before, STEP);
                listener.translated(found, expected);
                if (found > before) {
                    before = found;
                    movedAt = System.nanoTime();
                } else {
                    impatience.nothingCame(isAll, found, expected, movedAt);
                }
            }
        }
        return wanted.images();
    }

    private String timedOut(String generatorVersion, int done, int expected) {
        return "Waited " + patience.toSeconds() + " s for images translated by " + generatorVersion + ": " + done
                + " of " + expected + " batches have come. "
                + (done == 0
                        ? "Check that the evaluation service runs (it accepts generators) and then the translation service."
                        : "Check that the translation service still runs.");
    }
}
