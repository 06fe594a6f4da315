package io.crossline.networks.image;

/** What range of floats a network takes for the bytes 0..255. */
public enum ValueRange {
    /** 0..1: classifiers. */
    UNIT(1f / 255, 0),
    /** -1..1: generators and discriminators. */
    SIGNED(2f / 255, -1);

    private final float scale;
    private final float offset;

    ValueRange(float scale, float offset) {
        this.scale = scale;
        this.offset = offset;
    }

    float toFloat(byte value) {
        return (value & 0xff) * scale + offset;
    }

    byte toByte(float value) {
        return (byte) Math.round(Math.max(0, Math.min(255, (value - offset) / scale)));
    }
}
