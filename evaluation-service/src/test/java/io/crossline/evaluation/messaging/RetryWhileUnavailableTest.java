package io.crossline.evaluation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.InvalidFieldException;

class RetryWhileUnavailableTest {

    /** Given a broker's failure under another exception, then the work is tried again. */
    @Test
    void whatTheBrokerFailsAtIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();

        int result = RetryWhileUnavailable.untilAvailable("work", () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("Retries exhausted: 5/5", new TimeoutException("no answer"));
            }
            return tries.get();
        });

        assertThat(result).isEqualTo(2);
    }

    @Test
    void aBadRecordIsNotTriedAgain() {
        assertThatThrownBy(() -> RetryWhileUnavailable.untilAvailable("work", () -> {
            throw new InvalidFieldException("line", "is missing");
        })).isInstanceOf(InvalidFieldException.class);
    }

    /** Only what the record itself is to blame for may be passed over. */
    @Test
    void aFailureIsNoBadRecord() {
        RuntimeException broker = new KafkaException("Failed to construct kafka consumer");
        RuntimeException ended = new RuntimeException(new InterruptedException());

        assertThatThrownBy(() -> RetryWhileUnavailable.requireBadRecord(broker)).isSameAs(broker);
        assertThatThrownBy(() -> RetryWhileUnavailable.requireBadRecord(ended)).isSameAs(ended);
        assertThatCode(() -> RetryWhileUnavailable.requireBadRecord(new IllegalArgumentException("no such class")))
                .doesNotThrowAnyException();
        assertThatCode(() -> RetryWhileUnavailable.requireBadRecord(new RecordTooLargeException("too large")))
                .doesNotThrowAnyException();
    }
}
