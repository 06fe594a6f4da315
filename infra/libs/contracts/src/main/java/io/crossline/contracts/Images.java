package io.crossline.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pixels of {@code count} images of one shape, unsigned bytes 0..255 in the order {@code [N, H, W, C]}.
 *
 * <p>
 * The array is not copied: who builds an {@code Images} hands it over.
 *
 * @param parts the part that each image shows, in order; empty where nothing is known of any of them
 */
public record Images(ImageShape shape, int count, byte[] pixels, List<ImagePart> parts) {

    /** Their names travel on with each prediction, so that they must fit into a record. */
    public static final int MOST_PARTS = 10_000;

    public Images {
        Require.present("shape", shape);
        Require.present("pixels", pixels);
        Require.that(count >= 1, "count", "is " + count + ", expected at least one image");
        long expected = (long) count * shape.bytes();
        Require.that(pixels.length == expected, "pixels",
                "has " + pixels.length + " bytes, expected " + expected + " (" + count + " images of " + shape + ")");
        parts = named(Require.present("parts", parts));
        Require.that(parts.isEmpty() || parts.size() == count, "parts",
                "has " + parts.size() + " entries, expected one for each of the " + count + " images");
        Require.that(parts.size() <= MOST_PARTS, "parts",
                "has " + parts.size() + " entries, expected at most " + MOST_PARTS);
    }

    /** Images of which nothing is known. */
    public Images(ImageShape shape, int count, byte[] pixels) {
        this(shape, count, pixels, List.of());
    }

    private static List<ImagePart> named(List<ImagePart> parts) {
        return parts.stream().allMatch(ImagePart::isUnnamed) ? List.of() : List.copyOf(parts);
    }

    /** The part that an image shows. */
    public ImagePart part(int image) {
        return parts.isEmpty() ? ImagePart.UNNAMED : parts.get(image);
    }

    /** Pixels of one image, {@code [H, W, C]}. */
    public byte[] image(int index) {
        return Arrays.copyOfRange(pixels, index * shape.bytes(), (index + 1) * shape.bytes());
    }

    /**
     * Some of the images.
     *
     * @param indices at least one, each once, in ascending order
     */
    public Images only(int[] indices) {
        if (indices.length == count) {
            return this;
        }
        byte[] some = new byte[indices.length * shape.bytes()];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * shape.bytes(), some, i * shape.bytes(), shape.bytes());
        }
        return new Images(shape, indices.length, some, parts.isEmpty()
                ? List.of()
                : IntStream.of(indices).mapToObj(parts::get).toList());
    }

    /** SHA-256 of every image, in order. */
    public List<byte[]> hashes() {
        return IntStream.range(0, count).mapToObj(i -> Sha256.of(pixels, i * shape.bytes(), shape.bytes())).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Images that && shape.equals(that.shape) && count == that.count
                && Arrays.equals(pixels, that.pixels) && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return count + " images of " + shape;
    }
}
