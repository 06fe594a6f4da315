package io.crossline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.InvalidFieldException;

class TopicViewTest {

    private static final String TOPIC = "a-topic";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> unusable = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<MockConsumer<String, byte[]>> consumers = new ConcurrentLinkedQueue<>();
    private TopicView view;

    @AfterEach
    void close() {
        if (view != null) {
            view.close();
        }
    }

    @Test
    void takesEachRecordAloneAndPutsAsideWhatCannotBeUsed() {
        // Given
        MockConsumer<String, byte[]> consumer = consumer(0, "one", "invalid", "faulty", "two");

        // When
        follow(consumer, StartPosition.beginning());
        view.awaitCaughtUp(LONG);

        // Then
        assertThat(taken).containsExactly("one", "two");
        assertThat(unusable).containsExactly("invalid old", "faulty old");
        assertThat(view.failure()).isEmpty();
    }

    @Test
    void saysWhetherAnUnusableRecordIsNew() {
        // Given
        MockConsumer<String, byte[]> consumer = consumer(0, "one");
        follow(consumer, StartPosition.beginning());
        view.awaitCaughtUp(LONG);

        // When
        add(consumer, 1, "invalid");
        view.catchUp(LONG);

        // Then
        assertThat(unusable).containsExactly("invalid new");
    }

    @Test
    void catchesUpWithWhatCameLater() {
        // Given
        MockConsumer<String, byte[]> consumer = consumer(0, "one");
        follow(consumer, StartPosition.beginning());
        view.awaitCaughtUp(LONG);

        // When
        add(consumer, 1, "two");
        view.catchUp(LONG);

        // Then
        assertThat(taken).containsExactly("one", "two");
    }

    @Test
    void goesOnFromWhereItStoppedWhenKafkaCannotBeRead() {
        // Given
        MockConsumer<String, byte[]> first = consumer(0, "one", "two");
        MockConsumer<String, byte[]> second = consumer(0, "one", "two", "three");
        follow(List.of(first, second), StartPosition.beginning());
        view.awaitCaughtUp(LONG);

        // When
        first.setPollException(new KafkaException("the broker is away"));

        // Then
        await().atMost(LONG).untilAsserted(() -> assertThat(view.failure()).hasValueSatisfying(
                failure -> assertThat(failure).contains(TOPIC, "the broker is away")));
        await().atMost(LONG).untilAsserted(() -> assertThat(taken).containsExactly("one", "two", "three"));
        await().atMost(LONG).untilAsserted(() -> assertThat(view.failure()).isEmpty());
    }

    @Test
    void saysSoWhenItEndsForGood() {
        // Given
        MockConsumer<String, byte[]> consumer = consumer(0, "fatal");

        // When
        follow(consumer, StartPosition.beginning());

        // Then
        await().atMost(LONG).untilAsserted(() -> assertThat(view.failure()).hasValueSatisfying(
                failure -> assertThat(failure).contains("no longer followed")));
        assertThatThrownBy(() -> view.awaitCaughtUp(LONG)).isInstanceOf(KafkaException.class);
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        // Given
        MockConsumer<String, byte[]> consumer = consumer(0);
        consumer.updateEndOffsets(Map.of(PARTITION, 1L));
        follow(consumer, StartPosition.beginning());

        // When, Then
        assertThatThrownBy(() -> view.catchUp(Duration.ofMillis(50))).isInstanceOf(TimeoutException.class)
                .hasMessageContaining(TOPIC);
    }

    private void follow(MockConsumer<String, byte[]> consumer, StartPosition start) {
        follow(List.of(consumer), start);
    }

    private void follow(List<MockConsumer<String, byte[]>> inTurn, StartPosition start) {
        consumers.addAll(inTurn);
        Supplier<Consumer<String, byte[]>> next = consumers::remove;
        view = new TopicView(TOPIC, next, start, this::take, (record, reason, isNew) -> unusable
                .add(text(record) + (isNew ? " new" : " old"))).start();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        switch (text(record)) {
            case "invalid" -> throw new InvalidFieldException("value", "is invalid");
            case "faulty" -> throw new IllegalStateException("a fault of the reader");
            case "fatal" -> throw new AssertionError("as when memory is used up");
            default -> taken.add(text(record));
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static MockConsumer<String, byte[]> consumer(long firstOffset, String... values) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), null, null)));
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, firstOffset));
        consumer.updateEndOffsets(Map.of(PARTITION, firstOffset));
        for (int i = 0; i < values.length; i++) {
            add(consumer, firstOffset + i, values[i]);
        }
        return consumer;
    }

    private static void add(MockConsumer<String, byte[]> consumer, long offset, String value) {
        consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "key", value.getBytes(StandardCharsets.UTF_8)));
        consumer.updateEndOffsets(Map.of(PARTITION, offset + 1));
    }
}
