package io.crossline.evaluation.loop;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.crossline.evaluation.gate.Gate;
import io.crossline.evaluation.gate.GateStandIn;
import io.crossline.evaluation.serving.Estimators;
import io.crossline.evaluation.serving.EstimatorsStandIn;
import io.crossline.monitoring.gate.GateVerdict.Decision;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

@Tag("nightly")
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class BrokerAwayIT {

    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    Runnable stopBroker;
    Runnable startBroker;

    /** Given a candidate in shadow, when the broker is away for a minute, then the cycle ends as if it had not been. */
    @Test
    void aMinuteWithoutKafka() {
        QuarkusMock.installMockForType(new GateStandIn(Decision.ACCEPTED), Gate.class);
        QuarkusMock.installMockForType(new EstimatorsStandIn(Map.of()), Estimators.class);
        LoopLine line;
        String candidate;
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            line = new LoopLine(probe).served();
            line.captureDrift(2);
            candidate = line.publish(line.job());
            await().atMost(PATIENCE).until(() -> line.newestCycle("state"), "SHADOW"::equals);

            // When
            stopBroker.run();
            long since = System.nanoTime();
            line.put("loop", Map.of("budgetPerDay", 3, "by", "Ada", "reason", "while the broker is away"))
                    .statusCode(200);
            await().atMost(PATIENCE).until(() -> System.nanoTime() - since > AWAY.toNanos());
            startBroker.run();
        }

        // Then
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            line.use(probe).capture(1, 4, LoopLine::dimmed);
            await().atMost(PATIENCE).untilAsserted(() -> line.get("").body("servingModel", equalTo(candidate)));
            line.capture(3, 5, LoopLine::dimmed);
            await().atMost(PATIENCE).until(() -> line.newestCycle("outcome"), "KEPT"::equals);
        }
        line.get("predictions").body("size()", greaterThanOrEqualTo(12));
        given().get("/audit/verification").then().statusCode(200).body("intact", equalTo(true));
    }
}
