package io.crossline.translation.messaging;

import java.time.Duration;

import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

import io.crossline.translation.backfill.Backfill;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Long work of a message handler, on a worker thread. A broker that does not answer is waited for. When the service ends
 * first, the result never comes: the record is neither acknowledged nor refused, and is delivered again.
 */
final class LongRunningHandler {

    private static final Logger LOG = Logger.getLogger(LongRunningHandler.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private LongRunningHandler() {}

    static Uni<Void> of(String what, Runnable work) {
        return Uni.createFrom().<Void>item(() -> {
            work.run();
            return null;
        })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(RetriableException.class)
                .invoke(e -> LOG.warnf("The %s waits and is tried again: %s", what, e.getMessage()))
                .onFailure(RetriableException.class)
                .retry().withBackOff(FIRST_WAIT, LONGEST_WAIT).indefinitely()
                .onFailure(Backfill.StoppedException.class)
                .recoverWithUni(() -> Uni.createFrom().nothing());
    }
}
