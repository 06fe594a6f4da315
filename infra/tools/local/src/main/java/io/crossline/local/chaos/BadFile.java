package io.crossline.local.chaos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Files that people upload as images and that are none. */
public enum BadFile {

    EMPTY {
        @Override
        byte[] bytes(byte[] goodPng) {
            return new byte[0];
        }
    },
    /** An error page that was saved as a picture. */
    WEB_PAGE {
        @Override
        byte[] bytes(byte[] goodPng) {
            return "<!doctype html><title>404</title>".getBytes(StandardCharsets.UTF_8);
        }
    },
    /** The first half of a PNG. */
    CUT {
        @Override
        byte[] bytes(byte[] goodPng) {
            return Arrays.copyOf(goodPng, goodPng.length / 2);
        }
    },
    /** A PNG of 45 bytes whose header promises 7900 x 8000 pixels of 16-bit RGBA. */
    PROMISES_TOO_MUCH {
        @Override
        byte[] bytes(byte[] goodPng) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            png.writeBytes(Arrays.copyOf(goodPng, SIGNATURE_BYTES));
            byte depth = 16;
            byte rgba = 6;
            png.writeBytes(chunk("IHDR", ByteBuffer.allocate(13).putInt(7900).putInt(8000).put(depth).put(rgba)
                    .array()));
            png.writeBytes(chunk("IEND", new byte[0]));
            return png.toByteArray();
        }
    };

    private static final int SIGNATURE_BYTES = 8;

    /** In turn. */
    static BadFile of(int variant) {
        return values()[variant % values().length];
    }

    /** For people. */
    String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    abstract byte[] bytes(byte[] goodPng);

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(name).put(data)
                .putInt((int) crc.getValue()).array();
    }
}
