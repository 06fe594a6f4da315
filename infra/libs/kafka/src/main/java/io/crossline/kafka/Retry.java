package io.crossline.kafka;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats work as long as Kafka does not answer: a record is not to blame for that. The waits double from 1 s to 30 s. Work that is
 * repeated must have no effect before it fails.
 */
public final class Retry {

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private Retry() {}

    /**
     * Blocks until the work succeeds or fails for a reason of its own.
     *
     * @param what for the log, such as {@code record of a batch}
     */
    public static <T> T untilAvailable(String what, Supplier<T> work) {
        return untilAvailable(what, Retry::isTransient, work);
    }

    /** As {@link #untilAvailable(String, Supplier)}, where other failures are transient, too. */
    public static <T> T untilAvailable(String what, Predicate<Throwable> isTransient, Supplier<T> work) {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!isTransient.test(e)) {
                    throw e;
                }
                LOG.warn("The {} waits and is tried again in {} s: {}", what, wait.toSeconds(), e.getMessage());
            }
            pause(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    /** Whether Kafka may do it when it is asked again. */
    public static boolean isTransient(Throwable failure) {
        return failure instanceof RetriableException
                || failure.getCause() != null && failure.getCause() != failure && isTransient(failure.getCause());
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
