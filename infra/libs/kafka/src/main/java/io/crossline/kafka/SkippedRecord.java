package io.crossline.kafka;

/**
 * A record inside a selection's ranges that is no usable batch.
 *
 * @param reason which field is wrong and what was expected
 */
public record SkippedRecord(String topic, int partition, long offset, String reason) {

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset + ": " + reason;
    }
}
