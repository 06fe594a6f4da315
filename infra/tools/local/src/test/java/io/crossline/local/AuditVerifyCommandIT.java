package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.audit.AuditAction;
import io.crossline.audit.AuditEntry;
import io.crossline.audit.AuditKeys;
import io.crossline.audit.AuditRecord;
import io.crossline.audit.HeadSigner;
import io.crossline.contracts.AuditHead;
import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.crossline.embedded.DatabaseKeys;
import io.crossline.embedded.EmbeddedKafka;
import io.crossline.embedded.EmbeddedPostgres;

/** {@code audit verify} on a real database with the evaluation service's tables, and a real topic. No service runs. */
class AuditVerifyCommandIT {

    private static final Path MIGRATIONS = Path.of("../../../evaluation-service/src/main/resources/db/migration");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    static Path servers;
    private static EmbeddedPostgres database;
    private static EmbeddedKafka kafka;

    @TempDir
    Path data;
    private RunningCrossline crossline;
    private List<AuditEntry> chain;

    @BeforeAll
    static void aDatabaseAndABroker() throws Exception {
        database = EmbeddedPostgres.start(servers.resolve("postgresql"), servers.resolve("programs"), 0,
                DatabaseKeys.in(servers.resolve("keys")));
        kafka = EmbeddedKafka.start(servers.resolve("kafka"), 0);
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted(Comparator.comparingInt(AuditVerifyCommandIT::version)).toList()) {
                sql(Files.readString(file));
            }
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
        database.close();
    }

    /** Given five entries, and signed heads of the third and the last one. */
    @BeforeEach
    void aChainWhoseHeadsAreOnTheTopic() throws Exception {
        crossline = new RunningCrossline(data)
                .on(Map.of(Ports.POSTGRESQL, database.port(), Ports.KAFKA, kafka.port()));
        Path password = DatabaseKeys.in(data.resolve("keys")).user();
        Files.createDirectories(password.getParent());
        Files.writeString(password, database.password());
        past("audit_entry", "delete from audit_entry");
        chain = chain("Ada");
        write(chain);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            TopicPartition heads = new TopicPartition(Topics.AUDIT_HEADS, 0);
            admin.deleteRecords(Map.of(heads, RecordsToDelete.beforeOffset(-1))).all().get();
        }
        tell(signer(), chain.get(2));
        tell(signer(), chain.get(4));
    }

    @Test
    void aWholeAuditIsToldWithoutAnyService() {
        assertThat(crossline.run("audit", "verify")).isZero();
        assertThat(crossline.text().lines()).containsExactly(
                "The audit is whole, 5 entries: each holds the hash of the one before, none was changed, the promotions are as they tell, and the heads on the topic are theirs.");
    }

    @Test
    void aChangedEntryIsNamed() throws SQLException {
        past("audit_entry", "update audit_entry set actor = 'Mallory' where sequence = 2");

        assertThat(crossline.run("audit", "verify")).isEqualTo(1);
        assertThat(crossline.text()).contains(
                "The audit is broken at entry 2 of 5 entries: Entry 2 was changed after it was written.");
    }

    /** The chain in the database agrees with itself: only the topic knows better. */
    @Test
    void anEndThatWasCutOffIsNamed() throws SQLException {
        past("audit_entry", "delete from audit_entry");
        write(chain.subList(0, 4));

        assertThat(crossline.run("audit", "verify")).isEqualTo(1);
        assertThat(crossline.text()).contains("Entry 5, of which the topic tells since 2026-01-02T03:04:05.678Z,"
                + " is not in the database: the chain's end was cut off.");
    }

    @Test
    void aChainThatWasWrittenAnewIsNamed() throws SQLException {
        past("audit_entry", "delete from audit_entry");
        write(chain("Mallory"));

        assertThat(crossline.run("audit", "verify")).isEqualTo(1);
        assertThat(crossline.text()).contains("Entry 3 is not the one that the topic tells of",
                "Entry 5 is not the one that the topic tells of", "the chain was written anew");
    }

    @Test
    void aPromotionThatNoEntryTellsOfIsNamed() throws SQLException {
        sql("alter table promotion drop constraint if exists promotion_model_version_fkey;"
                + " insert into promotion (line, model_version, promoted_by, reason, promoted_at) values ('line-b', 'm-1', 'Mallory', 'why not', now())");
        try {
            assertThat(crossline.run("audit", "verify")).isEqualTo(1);
            assertThat(crossline.text()).contains("No entry tells of promotion", "Mallory");
        } finally {
            past("promotion", "delete from promotion");
        }
    }

    @Test
    void aHeadThatSomebodyElseSignedIsNamed() {
        tell(new HeadSigner(Optional.of(AuditKeys.generate().getPrivate())), chain.get(3));
        tell(new HeadSigner(Optional.empty()), chain.get(3));

        assertThat(crossline.run("audit", "verify")).isEqualTo(1);
        assertThat(crossline.text()).contains(
                "The head of entry 4 on the topic is not signed with the key of this Crossline.",
                "The head of entry 4 on the topic is not signed.");
    }

    @Test
    void withoutTheKeyItIsSaidThatNobodyLookedAtSignatures() throws IOException {
        Files.delete(AuditKeyFiles.in(data.resolve("keys")).publicKey());

        assertThat(crossline.run("audit", "verify")).isZero();
        assertThat(crossline.text()).contains("nobody looked at the signatures of the heads on the topic; 0 have none");
    }

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReads() throws IOException {
        AuditKeyFiles keys = AuditKeyFiles.ensure(data.resolve("keys"));
        byte[] made = Files.readAllBytes(keys.privateKey());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.privateKey())))
                .isEqualTo("rw-------");
        assertThat(AuditKeyFiles.ensure(data.resolve("keys")).privateKey()).hasBinaryContent(made);
    }

    @Test
    void whereTheDatabaseDoesNotAnswerNothingIsProved() throws IOException {
        crossline.on(Map.of(Ports.POSTGRESQL, 1, Ports.KAFKA, kafka.port()));

        assertThat(crossline.run("audit", "verify")).isEqualTo(3);
        assertThat(crossline.text()).contains("The audit cannot be read from jdbc:postgresql://localhost:1/crossline");
    }

    private HeadSigner signer() throws IOException {
        return new HeadSigner(
                Optional.of(AuditKeys.readPrivate(AuditKeyFiles.ensure(data.resolve("keys")).privateKey())));
    }

    private static List<AuditEntry> chain(String actor) {
        List<AuditEntry> entries = new ArrayList<>();
        String hash = AuditEntry.FIRST_PREVIOUS_HASH;
        for (int i = 0; i < 5; i++) {
            entries.add(
                    AuditEntry.after(i, hash, new AuditRecord("line-b", actor, AuditAction.COMPARED, null, Map.of()),
                            AT.plusSeconds(i)));
            hash = entries.get(i).hash();
        }
        return entries;
    }

    private static void write(List<AuditEntry> entries) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into audit_entry (sequence, at, line, actor, action, details, previous_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (AuditEntry entry : entries) {
                Object[] values = {entry.sequence(), entry.at().atOffset(ZoneOffset.UTC), entry.line(), entry.actor(),
                        entry.action(), entry.details(), entry.previousHash(), entry.hash()};
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.executeUpdate();
            }
        }
        AuditEntry last = entries.get(entries.size() - 1);
        past("audit_head", "update audit_head set sequence = %d, hash = '%s'".formatted(last.sequence(), last.hash()));
    }

    private static void tell(HeadSigner signer, AuditEntry entry) {
        AuditHead head = signer.head(entry.sequence(), entry.hash(), AT);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.AUDIT_HEADS, "audit", Json.encode(head)));
        }
    }

    /** As somebody does who owns the tables and has got rid of their triggers. */
    private static void past(String table, String change) throws SQLException {
        sql("alter table %1$s disable trigger user; %2$s; alter table %1$s enable trigger user".formatted(table,
                change));
    }

    private static void sql(String statements) throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), EmbeddedPostgres.DATABASE, database.password());
    }

    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
