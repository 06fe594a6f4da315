package io.crossline.networks.backbone;

import java.util.List;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.contracts.Sha256;

/**
 * How an image becomes the network's input, and the network's output a vector. A value of the input is
 * {@code (byte * scale - mean) / std}, by channel.
 *
 * @param height of the input; images are resized to it
 * @param width of the input
 * @param layout of the input, and of an output that is a map
 * @param channels of the input; a grey image is repeated to three, a colour image becomes the mean of its three
 * @param scale of the bytes 0 to 255
 * @param mean by channel, in the network's order
 * @param std by channel, above 0
 * @param input name of the network's input, or null if it has one alone
 * @param output name of the network's output, or null if it has one alone
 * @param pooling of the output
 */
public record Preprocessing(int height, int width, Layout layout, ChannelOrder channels, double scale,
        List<Double> mean, List<Double> std, String input, String output, Pooling pooling) {

    private static final int MAX_SIDE = 4096;

    public Preprocessing {
        require(height >= 1 && height <= MAX_SIDE, "height", "is " + height + ", expected 1 to " + MAX_SIDE);
        require(width >= 1 && width <= MAX_SIDE, "width", "is " + width + ", expected 1 to " + MAX_SIDE);
        require(scale > 0 && Double.isFinite(scale), "scale", "is " + scale + ", expected more than 0");
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        requireOneEach("mean", mean, channels);
        requireOneEach("std", std, channels);
        for (double each : std) {
            require(each > 0, "std", "is " + std + ", expected values above 0");
        }
    }

    /** SHA-256, in hex, over all values: however the file is written, the same values give the same. */
    public String sha256() {
        return Sha256.hex(Json.encode(this));
    }

    private static void requireOneEach(String field, List<Double> values, ChannelOrder channels) {
        require(values.size() == channels.count(), field, "has " + values.size() + " values, expected "
                + channels.count() + " (one a channel of " + channels + ")");
        for (double value : values) {
            require(Double.isFinite(value), field, "is " + values + ", expected finite numbers");
        }
    }

    private static void require(boolean holds, String field, String expected) {
        if (!holds) {
            throw new InvalidFieldException(field, expected);
        }
    }
}
