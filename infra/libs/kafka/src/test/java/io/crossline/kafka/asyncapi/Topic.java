package io.crossline.kafka.asyncapi;

import io.crossline.contracts.Topics;

/**
 * What the document says of a topic beside its partitions and retention.
 *
 * @param name as in {@link Topics}
 * @param description one sentence
 * @param key what the key is
 */
record Topic(String name, String description, String key, Payload payload) {

    /** Format of a topic's values. */
    sealed interface Payload {

        /** @param type an event's record */
        record Json(Class<?> type) implements Payload {}

        /** An image batch. */
        record Avro() implements Payload {}

        /** A model archive. */
        record Zip() implements Payload {}
    }

    /** Short name, such as {@code images.captured}. */
    String channel() {
        return channel(name);
    }

    static String channel(String topic) {
        return topic.replaceFirst("^crossline\\.", "").replaceFirst("\\.v1(?=$|\\.)", "");
    }
}
