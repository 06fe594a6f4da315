package io.crossline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.crossline.contracts.Topics;
import io.crossline.embedded.EmbeddedKafka;
import io.crossline.kafka.AccessSetup;
import io.crossline.kafka.Account;
import io.crossline.kafka.TopicAccess;
import io.crossline.kafka.TopicSettings;
import io.crossline.kafka.TopicSetup;

/** A broker with certificates and the access list: every account tries every topic. */
class BrokerAccessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Path directory;
    private static TestCertificates certificates;
    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() throws Exception {
        directory = Files.createTempDirectory("crossline-access-");
        certificates = TestCertificates.in(directory);
        broker = EmbeddedKafka.start(directory.resolve("kafka"), 0, certificates.broker());
        try (Admin admin = Admin.create(connection("admin")); Producer<byte[], byte[]> producer = producer("admin")) {
            AccessSetup.compare(admin).apply(admin);
            await().until(() -> AccessSetup.compare(admin).isDone());
            for (TopicAccess access : TopicAccess.all()) {
                write(producer, access.topic());
            }
        }
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
        TemporaryFiles.delete(directory);
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void anAccountWritesItsTopicsAndNoOther(Account account) {
        try (Producer<byte[], byte[]> producer = producer(account.id())) {
            for (TopicAccess access : TopicAccess.all()) {
                if (access.writers().contains(account)) {
                    assertThatCode(() -> write(producer, access.topic())).as(access.topic()).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> writeAlone(account, access.topic())).as(access.topic())
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(TopicAuthorizationException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void anAccountReadsItsTopicsAndNoOther(Account account) {
        for (TopicAccess access : TopicAccess.all()) {
            if (access.readers().contains(account)) {
                assertThat(firstRecord(account, access.topic())).as(access.topic()).isNotNull();
            } else {
                assertThatThrownBy(() -> firstRecord(account, access.topic())).as(access.topic())
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Account.class, names = "PRODUCER", mode = EnumSource.Mode.EXCLUDE)
    void anAccountJoinsItsGroupsAndNoOther(Account account) {
        TopicAccess access = TopicAccess.all().stream().filter(each -> each.readers().contains(account)).findFirst()
                .orElseThrow();
        String group = account.group().orElseThrow().any();

        assertThat(joined(account, group, access.topic())).isNotEmpty();
        Arrays.stream(Account.values()).filter(other -> other != account).flatMap(other -> other.group().stream())
                .forEach(other -> assertThatThrownBy(() -> joined(account, other.any(), access.topic()))
                        .isInstanceOf(GroupAuthorizationException.class));
    }

    @ParameterizedTest
    @EnumSource(value = Account.class, names = {"PRODUCER", "CONSUMER"}, mode = EnumSource.Mode.EXCLUDE)
    void aServiceFindsAllTopicsAndMakesThoseThatAreMissingButNoOther(Account service) throws Exception {
        try (Admin admin = Admin.create(connection(service.id())); Admin owner = Admin.create(connection("admin"))) {
            // Given a topic that was deleted
            String missing = Topics.deadLetter(Topics.AUDIT_HEADS);
            owner.deleteTopics(List.of(missing)).all().get();

            // When the service starts, then it makes it
            await().ignoreExceptions().untilAsserted(() -> TopicSetup.ensure(admin, TopicSettings.defaults()));
            assertThat(owner.listTopics().names().get()).contains(missing);

            // And no other one, and it deletes none and gives no rights
            assertThatThrownBy(
                    () -> admin.createTopics(List.of(new NewTopic("crossline.other.v1", 1, (short) 1))).all().get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> admin.deleteTopics(List.of(missing)).all().get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> AccessSetup.compare(admin)).isInstanceOf(ClusterAuthorizationException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void nobodyTakesATransactionalId(Account account) {
        Map<String, Object> settings = connection(account.id());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "any");
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
                new ByteArraySerializer())) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @Test
    void aClientWithoutACertificateOrWithOneOfAnotherAuthorityIsRejected(@TempDir Path other) {
        // Given a client that trusts the broker but has no certificate, and one whose certificate another authority signed
        Map<String, Object> without = connection("ingest");
        without.remove(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG);
        without.remove(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);
        Map<String, Object> foreign = connection("ingest");
        foreign.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, TestCertificates.in(other).key("ingest").toString());

        // When they ask for topics, then the handshake fails
        for (Map<String, Object> settings : List.of(without, foreign)) {
            try (Admin admin = Admin.create(settings)) {
                assertThatThrownBy(() -> admin.listTopics().names().get())
                        .hasCauseInstanceOf(SslAuthenticationException.class);
            }
        }
    }

    @Test
    void aClientWithoutTlsIsRejected() {
        Map<String, Object> plain = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 2000, CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                3000);
        try (Admin admin = Admin.create(plain)) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .hasCauseInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
        }
    }

    @Test
    void aCertificateOfAnUnknownNameSeesNothing() throws Exception {
        try (Admin admin = Admin.create(connection("visitor"))) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    /** With a producer of its own, as one that was refused may send nothing more. It is not idempotent: who may write nothing gets no id for that. */
    private static void writeAlone(Account account, String topic) throws Exception {
        Map<String, Object> settings = connection(account.id());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
                new ByteArraySerializer())) {
            write(producer, topic);
        }
    }

    private static void write(Producer<byte[], byte[]> producer, String topic) throws Exception {
        producer.send(new ProducerRecord<>(topic, 0, new byte[]{1}, new byte[]{2})).get(PATIENCE.toSeconds(),
                TimeUnit.SECONDS);
    }

    private static ConsumerRecord<byte[], byte[]> firstRecord(Account account, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(account, Map.of())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(PATIENCE).iterator().next();
        }
    }

    /** Reads in a group, and commits what was read. */
    private static Map<TopicPartition, OffsetAndMetadata> joined(Account account, String group, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(account,
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, group))) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.subscribe(List.of(topic));
            await().atMost(PATIENCE).until(() -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
            consumer.commitSync();
            return consumer.committed(Set.of(partition));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Account account, Map<String, Object> own) {
        Map<String, Object> settings = connection(account.id());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.putAll(own);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Producer<byte[], byte[]> producer(String account) {
        return new KafkaProducer<>(connection(account), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> connection(String account) {
        Map<String, Object> settings = new HashMap<>(certificates.client(account));
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        return settings;
    }
}
