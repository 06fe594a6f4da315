package io.crossline.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Topics;
import io.crossline.kafka.TopicCatalog;

/** Writes and reads topics in a test, as an outside program would. Reading always starts at the first record. */
public final class KafkaProbe implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** A service may have much left to do of what tests before wrote. */
    private static final Duration CONSUMED = Duration.ofMinutes(3);

    private final Map<String, Object> connection;
    private final KafkaProducer<String, byte[]> producer;

    public KafkaProbe(String bootstrapServers) {
        this(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** @param connection Kafka's client properties: addresses, security */
    public KafkaProbe(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
        Map<String, Object> config = new HashMap<>(connection);
        config.putAll(Map.of(ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalog.MAX_RECORD_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * TopicCatalog.MAX_RECORD_BYTES));
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** A probe of the broker that the Quarkus test runs against. */
    public static KafkaProbe ofTest() {
        return new KafkaProbe(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    /** Writes a record and waits until the broker has it. */
    public RecordMetadata produce(String topic, String key, byte[] value, Headers headers) {
        try {
            return producer.send(new ProducerRecord<>(topic, null, key, value, headers)).get(TIMEOUT.toSeconds(),
                    SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("No record could be written to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while writing to " + topic, e);
        }
    }

    /** Writes a record without headers. */
    public RecordMetadata produce(String topic, String key, byte[] value) {
        return produce(topic, key, value, new RecordHeaders());
    }

    /** Writes a batch as the ingest service does. */
    public RecordMetadata produce(ImageBatch batch) {
        String topic = batch.origin().translation() == null ? Topics.IMAGES_CAPTURED : Topics.IMAGES_TRANSLATED;
        return produce(topic, batch.line(), ImageBatchCodec.encode(batch), CloudEventHeaders.of(batch, "test"));
    }

    /** Writes batches of one line, dataset and split, and says where they are. */
    public DataSelection produceAll(List<? extends ImageBatch> batches) {
        Map<TopicPartition, OffsetRange> ranges = new HashMap<>();
        for (ImageBatch batch : batches) {
            RecordMetadata at = produce(batch);
            OffsetRange one = new OffsetRange(at.topic(), at.partition(), at.offset(), at.offset() + 1);
            ranges.merge(new TopicPartition(at.topic(), at.partition()), one, (before, next) -> new OffsetRange(
                    before.topic(), before.partition(), before.fromOffset(), next.toOffset()));
        }
        ImageBatch first = batches.get(0);
        return new DataSelection(first.line(), first.origin().dataset(), first.split(), List.copyOf(ranges.values()));
    }

    /** The first record of the topic that matches; waits for it. */
    public ConsumerRecord<String, byte[]> first(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        List<ConsumerRecord<String, byte[]>> found = consumeUntil(topic, wanted, matching -> !matching.isEmpty());
        return found.get(0);
    }

    /**
     * The topic's records that match, as soon as they fulfil the condition.
     *
     * @throws AssertionError if they do not within a minute
     */
    public List<ConsumerRecord<String, byte[]>> consumeUntil(String topic,
            Predicate<ConsumerRecord<String, byte[]>> wanted,
            Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
        List<ConsumerRecord<String, byte[]>> matching = new ArrayList<>();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            while (!condition.test(matching)) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("%d matching records in %s after %d s, which is not what was waited for"
                            .formatted(matching.size(), topic, TIMEOUT.toSeconds()));
                }
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (wanted.test(record)) {
                        matching.add(record);
                    }
                });
            }
        }
        return List.copyOf(matching);
    }

    /**
     * Waits until a service has taken and committed every record of the topic, so that what a test does next meets no
     * leftovers of what it did before.
     *
     * @param group the service's consumer group
     * @throws org.awaitility.core.ConditionTimeoutException if that takes more than three minutes
     */
    public void awaitConsumed(String group, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = open(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group))) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(consumer, topic));
            Awaitility.await(group + " takes all of " + topic).atMost(CONSUMED).until(() -> {
                Map<TopicPartition, OffsetAndMetadata> taken = consumer.committed(ends.keySet());
                return ends.entrySet().stream().allMatch(end -> end.getValue() == 0
                        || taken.get(end.getKey()) != null && taken.get(end.getKey()).offset() >= end.getValue());
            });
        }
    }

    private KafkaConsumer<String, byte[]> consumer(String topic) {
        KafkaConsumer<String, byte[]> consumer = open(Map.of());
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition())).toList();
    }

    private KafkaConsumer<String, byte[]> open(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.putAll(connection);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, TopicCatalog.MAX_RECORD_BYTES);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close();
    }
}
