package io.crossline.dashboard.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.crossline.dashboard.stub.FakeServices;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The page's commands name what this installation really has. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(FakeServices.class)
class AddressesIT {

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    /** Given services on ports of their own, when a browser elsewhere asks, then it gets them on the host that it asked. */
    @Test
    void servicesAreOnThePagesHostUnderTheirOwnPorts() {
        FakeServices services = FakeServices.current();

        given().header("Host", "plant.example:8080").get("/api/addresses").then().statusCode(200)
                .body("ingest", equalTo("http://plant.example:" + URI.create(services.ingest().url()).getPort()))
                .body("training", equalTo("http://plant.example:" + URI.create(services.training().url()).getPort()))
                .body("bootstrapServers", equalTo(bootstrapServers)).body("watchedFolder", endsWith("watched"));
    }
}
