package io.crossline.dashboard.messaging;

import java.nio.ByteBuffer;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Keeps a value's size in bytes only: pixels and model archives pass by the dashboard without being copied. */
public final class SizeDeserializer implements Deserializer<Integer> {

    @Override
    public Integer deserialize(String topic, byte[] value) {
        return value == null ? 0 : value.length;
    }

    @Override
    public Integer deserialize(String topic, Headers headers, ByteBuffer value) {
        return value == null ? 0 : value.remaining();
    }
}
