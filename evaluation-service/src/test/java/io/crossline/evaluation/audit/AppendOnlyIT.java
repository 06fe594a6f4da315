package io.crossline.evaluation.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.audit.AuditKeys;
import io.crossline.audit.HeadCheck;
import io.crossline.contracts.AuditHead;
import io.crossline.contracts.Json;
import io.crossline.contracts.Topics;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

/** The service's own connection may not change the account, and the topic is told of it. */
@QuarkusTest
@TestProfile(AppendOnlyIT.WithKey.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class AppendOnlyIT {

    private static final KeyPair KEYS = AuditKeys.generate();

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {
            "update audit_entry set actor = 'Mallory'",
            "delete from audit_entry",
            "truncate audit_entry",
            "update promotion set promoted_by = 'Mallory'",
            "truncate promotion cascade",
            "update audit_head set sequence = sequence - 1",
            "update audit_head set hash = repeat('0', 64), sequence = sequence + 1",
            "delete from audit_head",
            "truncate audit_head",
            "delete from audit_draw",
            "update line_registration set registered_by = 'Mallory'"})
    void whatIsAppendOnlyCannotBeChanged(String change) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change)).isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*only ever (added to|added|moves to the next entry).*");
        }
    }

    @Test
    void theTopicIsToldWhereTheChainEndsSigned() throws Exception {
        given().contentType(ContentType.JSON)
                .body(Map.of("enabled", true, "by", "Ada", "reason", "a head to be told")).put("/lines/told/loop")
                .then().statusCode(200);
        long sequence = given().get("/audit?line=told&limit=1").then().extract().<Integer>path("[0].sequence");
        String hash = given().get("/audit?line=told&limit=1").then().extract().path("[0].hash");

        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            AuditHead head = Json.decode(probe.first(Topics.AUDIT_HEADS,
                    told -> Json.decode(told.value(), AuditHead.class).sequence() == sequence).value(),
                    AuditHead.class);

            assertThat(head.hash()).isEqualTo(hash);
            assertThat(new HeadCheck(List.of(head), Optional.of(KEYS.getPublic())).unsigned()).isZero();
            assertThat(new HeadCheck(List.of(head), Optional.of(KEYS.getPublic())).faults(head.at()))
                    .noneMatch(fault -> fault.contains("signed"));
        }
        given().get("/audit/verification").then().body("intact", equalTo(true));
    }

    public static class WithKey implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempFile("audit-signing", ".key");
                file.toFile().deleteOnExit();
                Files.write(file, AuditKeys.encode(KEYS.getPrivate()));
                return Map.of("crossline.audit.signing-key-file", file.toString(), "crossline.audit.head-interval",
                        "1s");
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
