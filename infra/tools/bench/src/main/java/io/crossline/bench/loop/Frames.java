package io.crossline.bench.loop;

import java.util.Arrays;
import java.util.Random;

import io.crossline.bench.accuracy.TestImages;

/** What a camera delivers. The labels stay those of the parts that it does not show. */
enum Frames {

    /** Its parts. */
    PARTS {
        @Override
        TestImages of(TestImages parts) {
            return parts;
        }
    },
    /** All pixels at their most. */
    WHITE {
        @Override
        TestImages of(TestImages parts) {
            return even(parts, 255, 0);
        }
    },
    /** Hardly any light: grey values of 0 to 4. */
    BLACK {
        @Override
        TestImages of(TestImages parts) {
            return even(parts, 0, 4);
        }
    },
    /** No part in view: grey values of 124 to 132. */
    GREY {
        @Override
        TestImages of(TestImages parts) {
            return even(parts, 124, 8);
        }
    },
    /** The first picture again and again. */
    REPEATED {
        @Override
        TestImages of(TestImages parts) {
            int size = parts.pixels().length / parts.labels().length;
            byte[] pixels = new byte[parts.pixels().length];
            for (int from = 0; from < pixels.length; from += size) {
                System.arraycopy(parts.pixels(), 0, pixels, from, size);
            }
            int[] labels = new int[parts.labels().length];
            Arrays.fill(labels, parts.labels()[0]);
            return new TestImages(pixels, labels);
        }
    };

    abstract TestImages of(TestImages parts);

    /** Every pixel at least {@code value} and at most {@code noise} above it. */
    private static TestImages even(TestImages parts, int value, int noise) {
        Random random = new Random(parts.labels().length);
        byte[] pixels = new byte[parts.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (value + random.nextInt(noise + 1));
        }
        return new TestImages(pixels, parts.labels());
    }
}
