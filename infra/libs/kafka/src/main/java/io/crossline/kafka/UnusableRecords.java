package io.crossline.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.InvalidFieldException;

/** Takes the records that a {@link TopicView} cannot use. */
@FunctionalInterface
public interface UnusableRecords {

    /**
     * @param reason an {@link InvalidFieldException} if the record breaks its contract; anything else is a fault of the reader
     * @param isNew whether the record came after the view had caught up; an older one was seen by an earlier start
     */
    void take(ConsumerRecord<String, byte[]> record, RuntimeException reason, boolean isNew);

    /** Says them in the log: for topics whose dead letters another consumer writes. */
    static UnusableRecords logged() {
        Logger log = LoggerFactory.getLogger(UnusableRecords.class);
        return (record, reason, isNew) -> {
            if (reason instanceof InvalidFieldException) {
                log.warn("{}-{}@{} is passed over: {}", record.topic(), record.partition(), record.offset(),
                        reason.getMessage());
            } else {
                log.error("{}-{}@{} could not be handled", record.topic(), record.partition(), record.offset(), reason);
            }
        };
    }
}
