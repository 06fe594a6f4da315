package io.crossline.training.rest;

import io.crossline.testing.KafkaTestResource;
import io.crossline.testing.SecuredProfile;
import io.crossline.testing.SecuredServiceTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SecuredProfile.class)
@QuarkusTestResource(KafkaTestResource.class)
class SecurityIT extends SecuredServiceTests {

    SecurityIT() {
        super(8);
    }
}
