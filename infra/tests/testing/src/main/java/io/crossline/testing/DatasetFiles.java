package io.crossline.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;

import javax.imageio.ImageIO;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** Writes small data sets in all layouts. Image {@code i} has label {@code i % classes}. */
public final class DatasetFiles {

    private DatasetFiles() {}

    /** MNIST's four files, packed with gzip. */
    public static Path idx(Path directory, int train, int test, int side, int classes) throws IOException {
        Files.createDirectories(directory);
        writeIdx(directory, "train", train, side, classes);
        writeIdx(directory, "t10k", test, side, classes);
        return directory;
    }

    private static void writeIdx(Path directory, String prefix, int count, int side, int classes) throws IOException {
        Files.write(directory.resolve(prefix + "-images-idx3-ubyte.gz"), gzip(idxImages(count, side)));
        Files.write(directory.resolve(prefix + "-labels-idx1-ubyte.gz"), gzip(idxLabels(count, classes)));
    }

    public static byte[] idxImages(int count, int side) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x803);
        out.writeInt(count);
        out.writeInt(side);
        out.writeInt(side);
        byte[] pixels = new byte[count * side * side];
        new Random(count).nextBytes(pixels);
        out.write(pixels);
        return bytes.toByteArray();
    }

    public static byte[] idxLabels(int count, int classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x801);
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.write(i % classes);
        }
        return bytes.toByteArray();
    }

    public static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    public static byte[] bzip2(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** A line of USPS whose 256 values are all the same. */
    public static String libsvmLine(int label, double value) {
        StringJoiner line = new StringJoiner(" ");
        line.add(Integer.toString(label));
        for (int i = 1; i <= 256; i++) {
            line.add(i + ":" + value);
        }
        return line.toString();
    }

    /** A flat image file; the format follows the name. */
    public static Path image(Path file, int side, boolean colour, int grey) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(side, side,
                colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < side * side; i++) {
            if (colour) {
                image.setRGB(i % side, i / side, grey << 16 | grey << 8 | 255 - grey);
            } else {
                image.getRaster().setSample(i % side, i / side, 0, grey);
            }
        }
        String name = file.getFileName().toString();
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
            throw new IOException("No writer for " + name);
        }
        return file;
    }
}
