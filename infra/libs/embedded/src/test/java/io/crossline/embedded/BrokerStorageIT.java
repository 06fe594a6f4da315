package io.crossline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.Topics;

class BrokerStorageIT {

    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    Path directory;

    @Test
    void topicsOfImagesKeepAsMuchAsIsConfiguredAlsoWhenTheyWereMadeWithoutALimit() throws Exception {
        // Given topics that were made without a limit
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0)) {
            assertThat(setting(broker, Topics.IMAGES_CAPTURED, "retention.bytes")).isEqualTo("-1");
        }

        // When the broker starts with one of 12 GiB
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0, new BrokerStorage(12 * GIBIBYTE, 0))) {

            // Then each of the six partitions keeps 2 GiB, in segments of a quarter
            await().until(() -> setting(broker, Topics.IMAGES_CAPTURED, "retention.bytes").equals("" + 2 * GIBIBYTE));
            await().until(() -> setting(broker, Topics.IMAGES_TRANSLATED, "segment.bytes").equals("" + GIBIBYTE / 2));
            assertThat(setting(broker, Topics.MODELS_TRAINED, "retention.bytes")).isEqualTo("-1");
        }

        // When it starts without one, then there is none again
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0)) {
            await().until(() -> setting(broker, Topics.IMAGES_CAPTURED, "retention.bytes").equals("-1"));
        }
    }

    @Test
    void imagesAreRefusedWhileTheDiskIsShortAndAllElseIsTaken() throws Exception {
        // Given a broker that shall keep more free than any disk has
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0, new BrokerStorage(0, Long.MAX_VALUE));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()), new ByteArraySerializer(),
                        new ByteArraySerializer())) {

            // When images and a model are sent, then only the images are refused
            assertThatThrownBy(() -> send(producer, Topics.IMAGES_CAPTURED)).isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> send(producer, Topics.IMAGES_TRANSLATED))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            send(producer, Topics.MODELS_TRAINED);
        }
    }

    @Test
    void imagesAreTakenWhileThereIsRoom() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0, new BrokerStorage(0, 1));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()), new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            send(producer, Topics.IMAGES_CAPTURED);
        }
    }

    @Test
    void aLimitThatIsTooSmallIsNamed() {
        assertThatThrownBy(() -> new BrokerStorage(1000, 0)).hasMessageContaining("imageBytes is 1000")
                .hasMessageContaining("at least " + GIBIBYTE);
        assertThatThrownBy(() -> new BrokerStorage(0, -1)).hasMessageContaining("reserveBytes is -1");
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic) throws Exception {
        producer.send(new ProducerRecord<>(topic, new byte[]{1}, new byte[10])).get();
    }

    private static String setting(EmbeddedKafka broker, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            return config.get(name).value();
        }
    }
}
