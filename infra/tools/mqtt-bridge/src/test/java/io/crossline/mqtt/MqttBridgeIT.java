package io.crossline.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(StubPlant.class)
class MqttBridgeIT {

    private static final Pattern CAPTURED_AT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static String subscribed;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void connected() throws InterruptedException {
        if (subscribed == null) {
            subscribed = StubPlant.SUBSCRIBED.poll(10, TimeUnit.SECONDS);
        }
        StubPlant.UPLOADS.clear();
        StubPlant.ACKNOWLEDGED.clear();
    }

    @Test
    void aPictureIsAcknowledgedOnceIngestHasIt() {
        assertThat(subscribed).isEqualTo("cameras/+/+ 1");
        StubPlant.publish("cameras/line-b/P 1", "pixels", 11, false);

        await().until(() -> StubPlant.UPLOADS.size() == 1);
        assertThat(StubPlant.ACKNOWLEDGED).isEmpty();
        StubPlant.ANSWERS.add(200);

        await().until(() -> StubPlant.ACKNOWLEDGED.equals(List.of(11)));
        assertThat(StubPlant.UPLOADS.get(0)).startsWith("/lines/line-b/images\n").contains("name=\"partId\"", "P 1",
                "name=\"image\"; filename=\"cameras/line-b/P 1\"", "pixels").containsPattern(CAPTURED_AT);
    }

    @Test
    void ingestThatIsAwayIsTriedAgainWithTheSameTime() {
        StubPlant.ANSWERS.addAll(List.of(503, 404, 200));

        StubPlant.publish("cameras/line-b/P2", "pixels", 12, false);

        await().until(() -> StubPlant.ACKNOWLEDGED.equals(List.of(12)));
        assertThat(StubPlant.UPLOADS).hasSize(3).extracting(MqttBridgeIT::capturedAt).containsOnly(
                capturedAt(StubPlant.UPLOADS.get(0)));
    }

    @Test
    void whatIsRefusedIsCountedAndTheRestGoesOn() {
        double before = refused();
        StubPlant.ANSWERS.addAll(List.of(400, 200));

        StubPlant.publish("cameras/line-b/P3", "x".repeat(1025), 13, false);
        StubPlant.publish("cameras/../P3", "pixels", 14, false);
        StubPlant.publish("line-b", "pixels", 19, false);
        StubPlant.publish("cameras/line-b/P4", "no picture", 15, false);
        StubPlant.publish("cameras/line-b/P5", "pixels", 16, false);

        await().until(() -> StubPlant.ACKNOWLEDGED.equals(List.of(13, 14, 19, 15, 16)));
        assertThat(StubPlant.UPLOADS).hasSize(2);
        assertThat(refused()).isEqualTo(before + 4);
    }

    /** Given a connection that ends while ingest works, when the broker delivers again what it knows nothing of, then ingest can recognise it. */
    @Test
    void aPictureThatComesAgainHasTheTimeOfBefore() throws InterruptedException {
        StubPlant.publish("cameras/line-b/P6", "pixels", 17, false);
        StubPlant.publish("cameras/line-b/P7", "pixels", 18, false);
        await().until(() -> StubPlant.UPLOADS.size() == 1);
        StubPlant.disconnect();
        assertThat(StubPlant.SUBSCRIBED.poll(20, TimeUnit.SECONDS)).isEqualTo("cameras/+/+ 1");
        StubPlant.publish("cameras/line-b/P6", "pixels", 17, true);
        StubPlant.publish("cameras/line-b/P7", "pixels", 18, true);

        StubPlant.ANSWERS.addAll(List.of(200, 200, 200));

        await().until(() -> StubPlant.ACKNOWLEDGED.equals(List.of(17, 18)));
        assertThat(StubPlant.UPLOADS).hasSize(3);
        assertThat(capturedAt(StubPlant.UPLOADS.get(1))).isEqualTo(capturedAt(StubPlant.UPLOADS.get(0)));
    }

    private double refused() {
        return meters.counter("crossline.mqtt.pictures", "result", "refused").count();
    }

    private static String capturedAt(String upload) {
        Matcher time = CAPTURED_AT.matcher(upload);
        assertThat(time.find()).as(upload).isTrue();
        return time.group();
    }
}
