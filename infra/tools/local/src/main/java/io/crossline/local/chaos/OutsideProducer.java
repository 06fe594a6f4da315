package io.crossline.local.chaos;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.Topics;

/**
 * A plant's own program that writes image batches to Kafka, and keeps count of what Kafka has acknowledged. A record that
 * was never acknowledged is not counted: it may be there or not.
 */
final class OutsideProducer implements AutoCloseable {

    private static final String SOURCE = "chaos-plant";
    /** Longer than any outage of a run. */
    private static final Duration DELIVERY = Duration.ofMinutes(10);

    private final KafkaProducer<String, byte[]> producer;
    private final RunClock clock;
    private final Queue<Sent> good = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> bad = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unacknowledged = new AtomicInteger();

    OutsideProducer(String bootstrapServers, RunClock clock) {
        this.clock = clock;
        this.producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(DELIVERY.toMillis())),
                new StringSerializer(), new ByteArraySerializer());
    }

    void send(ImageBatch batch) {
        send(batch, batch.line(), ImageBatchCodec.encode(batch), good);
    }

    /** @param batch a good one, of which a bad record is made */
    void send(BadRecord kind, ImageBatch batch, String otherLine) {
        send(batch, kind.key(batch.line(), otherLine), kind.value(batch), bad);
    }

    private void send(ImageBatch batch, String key, byte[] value, Queue<Sent> acknowledged) {
        Duration at = clock.now();
        try {
            producer.send(new ProducerRecord<>(Topics.IMAGES_CAPTURED, null, null, key, value,
                    CloudEventHeaders.of(batch, SOURCE)), (where, error) -> {
                        if (error == null) {
                            acknowledged.add(new Sent(batch.line(), new Place(where.partition(), where.offset()), at));
                        } else {
                            unacknowledged.incrementAndGet();
                        }
                    });
        } catch (KafkaException e) {
            unacknowledged.incrementAndGet();
        }
    }

    /** Batches that Kafka has. */
    Collection<Sent> good() {
        return List.copyOf(good);
    }

    /** Bad records that Kafka has. */
    Collection<Sent> bad() {
        return List.copyOf(bad);
    }

    /** Records of which nobody knows whether Kafka has them. */
    int unacknowledged() {
        return unacknowledged.get();
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        producer.close();
    }
}
