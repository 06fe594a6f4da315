package io.crossline.training.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.InvalidFieldException;

/**
 * Follows a topic from its first record on, in a thread of its own and without a consumer group, so that every replica sees
 * every record. A record that cannot be decoded goes to {@link Undecodable} and the rest goes on.
 */
final class TopicTail implements AutoCloseable {

    /** Takes one record. */
    interface Handler {
        /** @throws InvalidFieldException if it cannot be decoded */
        void take(ConsumerRecord<String, byte[]> record);
    }

    /** Takes a record that cannot be decoded. */
    interface Undecodable {
        /** @param isNew whether it came after this replica had caught up */
        void take(ConsumerRecord<String, byte[]> record, InvalidFieldException reason, boolean isNew);
    }

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(5);

    private final String topic;
    private final Map<String, Object> settings;
    private final Handler handler;
    private final Undecodable undecodable;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    /** The only call from another thread is its wakeup. */
    private volatile Consumer<String, byte[]> following;

    TopicTail(String topic, Map<String, Object> broker, Handler handler, Undecodable undecodable) {
        this.topic = topic;
        this.handler = handler;
        this.undecodable = undecodable;
        this.settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.thread = new Thread(this::run, "tail of " + topic);
        thread.setDaemon(true);
    }

    TopicTail start() {
        thread.start();
        return this;
    }

    /** Whether all records that were there at the start have been taken. */
    boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Waits until {@link #isCaughtUp()}. */
    void awaitCaughtUp() throws InterruptedException {
        caughtUp.await();
    }

    @Override
    public void close() {
        closed.countDown();
        Consumer<String, byte[]> open = following;
        if (open != null) {
            open.wakeup();
        }
    }

    private void run() {
        while (!isClosed()) {
            try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                    new ByteArrayDeserializer())) {
                following = consumer;
                follow(consumer);
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
                LOG.debug("No longer following {}", topic);
            } catch (KafkaException e) {
                LOG.warn("Topic {} cannot be read, trying again in {} s: {}", topic, BEFORE_RETRY.toSeconds(),
                        e.getMessage());
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.keySet().forEach(partition -> {
            Long position = positions.get(partition);
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        });
        while (!isClosed()) {
            consumer.poll(POLL).forEach(this::take);
            ends.keySet().forEach(partition -> positions.put(partition, consumer.position(partition)));
            if (ends.entrySet().stream().allMatch(end -> positions.get(end.getKey()) >= end.getValue())) {
                caughtUp.countDown();
            }
        }
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            handler.take(record);
        } catch (InvalidFieldException e) {
            undecodable.take(record, e, isCaughtUp());
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause() {
        try {
            if (closed.await(BEFORE_RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("No longer following {}", topic);
            }
        } catch (InterruptedException e) {
            LOG.debug("Closed while waiting to follow {} again", topic);
        }
    }
}
