package io.crossline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.Topics;
import io.crossline.kafka.TopicCatalog;

class EmbeddedKafkaIT {

    private static final String TOPIC = Topics.MODELS_TRAINED;
    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void hasTheTopicsAndKeepsRecordsOverARestartAlsoLargeOnes(@TempDir Path directory) throws Exception {
        // Given a broker with a record of 40 MiB
        try (EmbeddedKafka first = EmbeddedKafka.start(directory, 0)) {
            produce(first, new byte[40 * MEBIBYTE]);
        }

        // When it is started again on the same data, at another port
        try (EmbeddedKafka second = EmbeddedKafka.start(directory, 0)) {

            // Then the record is there
            assertThat(firstRecord(second).value()).hasSize(40 * MEBIBYTE);
        }
    }

    @Test
    void saysWhichPortWasTaken(@TempDir Path directory) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> EmbeddedKafka.start(directory, port)).isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("localhost:" + port).hasMessageContaining("Address already in use");
        }
    }

    private static void produce(EmbeddedKafka broker, byte[] value) throws InterruptedException, ExecutionException {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("max.request.size", TopicCatalog.MAX_RECORD_BYTES);
        settings.put("buffer.memory", 128L * MEBIBYTE);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings, new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", value)).get();
        }
    }

    private static ConsumerRecord<String, byte[]> firstRecord(EmbeddedKafka broker) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next();
        }
    }
}
