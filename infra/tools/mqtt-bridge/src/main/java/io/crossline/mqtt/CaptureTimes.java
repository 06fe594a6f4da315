package io.crossline.mqtt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import io.crossline.contracts.Sha256;

/**
 * When pictures were received. One that the broker delivers again has the time of before, by which the ingest service
 * recognises it; every other one is a part of its own, however equal it is. Used by one thread at a time.
 */
final class CaptureTimes {

    private static final int REMEMBERED = 1000;

    private final Map<String, Instant> received = new LinkedHashMap<>();

    Instant of(String topic, byte[] picture, boolean again) {
        String id = topic + " " + Sha256.hex(picture);
        Instant before = received.remove(id);
        Instant time = again && before != null ? before : Instant.now().truncatedTo(ChronoUnit.MILLIS);
        received.put(id, time);
        if (received.size() > REMEMBERED) {
            received.remove(received.keySet().iterator().next());
        }
        return time;
    }
}
