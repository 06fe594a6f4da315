package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.dashboard.stub.FakeServices;
import io.crossline.dashboard.stub.Scenario;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the launcher tells beside the services' own answers. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class LauncherPartsIT {

    private final FakeServices services = FakeServices.current();

    @BeforeEach
    void finished() {
        Scenario.FINISHED.play(services);
    }

    @AfterEach
    void noLauncher() throws IOException {
        Files.deleteIfExists(FakeServices.PARTS_FILE);
    }

    /** Given a launcher that restarted a service twice, gave up another and has a short disk, then the page is told. */
    @Test
    void restartsAndWhatStaysDownAreTold() throws IOException {
        services.translation().goDown();
        write("""
                {"launcher": 7, "disk": "The disk is getting full.", "parts": [
                  {"part": "kafka", "state": "restarting", "pid": null, "restarts": 0, "detail": "kafka ended with exit code 1."},
                  {"part": "postgresql", "state": "up", "pid": 8, "restarts": 0, "detail": ""},
                  {"part": "training", "state": "up", "pid": 9, "restarts": 2, "detail": ""},
                  {"part": "translation", "state": "down", "pid": null, "restarts": 5, "detail": "ended 6 times in 10 minutes and stays down."}]}
                """);

        when().get("/api/overview").then().statusCode(200)
                .body("services.service",
                        contains("ingest", "training", "translation", "evaluation", "kafka", "disk"))
                .body("services.find { it.service == 'training' }.state", equalTo("UP"))
                .body("services.find { it.service == 'training' }.restarts", equalTo(2))
                .body("services.find { it.service == 'translation' }.state", equalTo("DOWN"))
                .body("services.find { it.service == 'translation' }.detail",
                        equalTo("translation-service is down: ended 6 times in 10 minutes and stays down."))
                .body("services.find { it.service == 'kafka' }.state", equalTo("DOWN"))
                .body("services.find { it.service == 'kafka' }.detail",
                        equalTo("kafka is restarting: kafka ended with exit code 1."))
                .body("services.find { it.service == 'disk' }.detail", equalTo("The disk is getting full."));
    }

    /** Given containers, or a file that is no such file, then the services' own answers are all there is. */
    @Test
    void withoutALauncherTheServicesAreAsked() throws IOException {
        when().get("/api/overview").then().body("services", hasSize(4)).body("services[0].restarts", equalTo(0));

        write("{");
        when().get("/api/overview").then().statusCode(200).body("services", hasSize(4));
    }

    private static void write(String parts) throws IOException {
        Files.writeString(FakeServices.PARTS_FILE, parts);
    }
}
