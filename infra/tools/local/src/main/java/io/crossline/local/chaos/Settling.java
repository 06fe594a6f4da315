package io.crossline.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.KafkaException;

/** Waits at the end of a run until nothing comes any more, and counts. */
final class Settling {

    /** Also where all is there: a second prediction may follow. */
    private static final Duration QUIET_WHEN_COMPLETE = Duration.ofSeconds(8);
    /** Longer than a consumer group takes to share its partitions anew. */
    private static final Duration QUIET = Duration.ofSeconds(75);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Readings readings;

    Settling(Readings readings) {
        this.readings = readings;
    }

    /**
     * @param sent good batches
     * @param bad bad records
     */
    Counts await(Collection<Sent> sent, Collection<Sent> bad) throws InterruptedException {
        List<Place> places = bad.stream().map(Sent::place).toList();
        List<Prediction> predictions = new ArrayList<>();
        List<Place> deadLetters = new ArrayList<>();
        RunClock clock = new RunClock();
        Duration lastNews = Duration.ZERO;
        while (true) {
            int before = predictions.size() + deadLetters.size();
            predictions = orBefore(readings::predictions, predictions);
            deadLetters = orBefore(readings::deadLetters, deadLetters);
            if (predictions.size() + deadLetters.size() != before) {
                lastNews = clock.now();
            }
            Counts counts = Counts.of(sent, predictions, places, deadLetters);
            Duration quiet = counts.complete() ? QUIET_WHEN_COMPLETE : QUIET;
            if (clock.now().minus(lastNews).compareTo(quiet) >= 0 || clock.now().compareTo(LONGEST) >= 0) {
                return counts;
            }
            new CountDownLatch(1).await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What reads a topic. */
    @FunctionalInterface
    private interface Reading<T> {

        List<T> all();
    }

    /** A broker that does not answer right now is asked again. */
    private static <T> List<T> orBefore(Reading<T> reading, List<T> before) {
        try {
            return reading.all();
        } catch (KafkaException e) {
            return before;
        }
    }
}
