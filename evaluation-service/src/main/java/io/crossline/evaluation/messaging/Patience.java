package io.crossline.evaluation.messaging;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

import io.crossline.evaluation.store.StoreException;
import io.smallrye.mutiny.Uni;

/** Waits for the database and the broker: a record is not to blame when they do not answer. */
final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private Patience() {}

    /** Repeats the work until it succeeds or fails for a reason of its own. Blocks. */
    static <T> T untilAvailable(String what, Supplier<T> work) {
        return Uni.createFrom().item(work)
                .onFailure(Patience::isTransient)
                .invoke(e -> LOG.warnf("The %s waits and is tried again: %s", what, e.getMessage()))
                .onFailure(Patience::isTransient)
                .retry().withBackOff(FIRST_WAIT, LONGEST_WAIT).indefinitely()
                .await().indefinitely();
    }

    /** As {@link #untilAvailable}, for work that only sends. */
    static void untilTaken(String what, Runnable sending) {
        untilAvailable(what, () -> {
            sending.run();
            return true;
        });
    }

    private static boolean isTransient(Throwable failure) {
        return failure instanceof RetriableException
                || failure instanceof StoreException store && store.isTransient();
    }
}
