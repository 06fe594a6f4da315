package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.Json;
import io.crossline.contracts.LineRegistered;
import io.crossline.evaluation.store.RegistrationStore;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Accounts for what lines are registered with.
 *
 * <p>
 * Key: line, so that a line's registrations come in their order. Re-delivery: a version of a line is recorded once; of two with the same
 * version the first one counts, as for every reader. What is no registration is left out with a line in the log; a database that does not
 * answer is waited for.
 */
@ApplicationScoped
public class RegisteredLineConsumer {

    private final RegistrationStore store;

    RegisteredLineConsumer(RegistrationStore store) {
        this.store = store;
    }

    @Incoming("lines-registered")
    @Blocking
    public void record(ConsumerRecord<String, byte[]> record) {
        LineRegistered registered = Json.decode(record.value(), LineRegistered.class);
        RetryWhileUnavailable.untilAvailable("registration of line " + registered.line(),
                () -> store.record(registered));
    }
}
