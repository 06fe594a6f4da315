package io.crossline.evaluation.messaging;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

import io.crossline.evaluation.store.StoreException;
import io.crossline.kafka.Retry;

/** Waits for the database and the broker: a record is not to blame when they do not answer. */
final class RetryWhileUnavailable {

    private RetryWhileUnavailable() {}

    /** Repeats the work until it succeeds or fails for a reason of its own. Blocks. */
    static <T> T untilAvailable(String what, Supplier<T> work) {
        return Retry.untilAvailable(what, RetryWhileUnavailable::isTransient, work);
    }

    /** As {@link #untilAvailable}, for work without a result. */
    static void untilDone(String what, Runnable work) {
        untilAvailable(what, () -> {
            work.run();
            return true;
        });
    }

    /**
     * To be called where a record is about to be passed over.
     *
     * @throws RuntimeException the failure itself, where it is not the record's fault: the service ends, or the database or the broker failed
     */
    static void requireBadRecord(RuntimeException failure) {
        if (isTransient(failure) || causes(failure).anyMatch(InterruptedException.class::isInstance)) {
            throw failure;
        }
    }

    /** What Kafka says of the record itself stays as it is, however often it is tried. */
    private static boolean isTransient(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof KafkaException
                && !(cause instanceof SerializationException) && !(cause instanceof RecordTooLargeException)
                || cause instanceof StoreException store && store.isTransient());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
