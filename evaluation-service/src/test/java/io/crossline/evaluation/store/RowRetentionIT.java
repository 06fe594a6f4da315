package io.crossline.evaluation.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.crossline.evaluation.ServedLine;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class RowRetentionIT {

    @Inject
    RowRetention retention;

    @Inject
    Database database;

    @Test
    void oldPartsGoAndNewOnesStay() {
        // Given a part of last year and one of today
        String line = "parts-" + UUID.randomUUID();
        for (String age : List.of("365 days", "1 day")) {
            database.inTransaction("add a part", connection -> Database.update(connection,
                    """
                            insert into part_prediction (topic, topic_partition, batch_offset, image, line, part_id, predicted_class,
                                                         probability, unknown, model_version, captured_at, predicted_at)
                            values (?, 0, ?, 0, ?, 'P-1', 'good', 0.9, false, 'dann-1', now(), now() - ?::interval)""",
                    line, (long) age.length(), line, age));
        }
        given().get("/lines/{line}/predictions?partId=P-1", line).then().statusCode(200).body("", hasSize(2));

        // When
        retention.look();

        // Then
        given().get("/lines/{line}/predictions?partId=P-1", line).then().statusCode(200).body("", hasSize(1));
    }

    @Test
    void oldPredictionsGoAndNewOnesStay() {
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            // Given four predicted batches, two of them of last year
            ServedLine line = new ServedLine(probe);
            given().contentType(ContentType.JSON)
                    .body(Map.of("modelVersion", line.newModel(5), "by", "Ada", "reason", "test"))
                    .put("/lines/{line}/champion", line.name()).then().statusCode(200);
            line.capture(4 * ServedLine.BATCH, 3);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given()
                    .get("/lines/{line}/predictions", line.name()).then().body("", hasSize(4)));
            database.inTransaction("age two batches", connection -> Database.update(connection, """
                    update batch_prediction set predicted_at = now() - interval '365 days'
                    where line = ? and batch_offset in (select batch_offset from batch_prediction where line = ?
                                                        order by batch_offset limit 2)""", line.name(), line.name()));

            // When
            long deleted = retention.deleteOlder("batch_prediction", "predicted_at", Duration.ofDays(90));

            // Then
            assertThat(deleted).isEqualTo(2);
            given().get("/lines/{line}/predictions", line.name()).then().body("", hasSize(2));
        }
    }
}
