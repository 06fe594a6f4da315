package io.crossline.local.load;

import io.crossline.contracts.ImageShape;
import io.crossline.local.UserError;

/**
 * What is sent.
 *
 * @param lines {@code load-0000} and so on, 1 to 10,000
 * @param batches of each line, 1 to 100,000
 * @param images of each batch, 1 to 4,096
 * @param seed determines the pixels
 */
public record LoadJob(int lines, int batches, int images, ImageShape shape, long seed) {

    public LoadJob {
        requireWithin("--lines", lines, 10_000);
        requireWithin("--batches", batches, 100_000);
        requireWithin("--images", images, 4_096);
    }

    private static void requireWithin(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new UserError("%s is %d, expected 1 to %d.".formatted(option, value, most));
        }
    }

    long records() {
        return (long) lines * batches;
    }

    /** Of all images, without what a record adds. */
    long bytes() {
        return records() * images * shape.bytes();
    }

    static String line(int index) {
        return "load-%04d".formatted(index);
    }
}
