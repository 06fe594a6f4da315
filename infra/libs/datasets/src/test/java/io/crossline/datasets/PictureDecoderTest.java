package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImageShape;

class PictureDecoderTest {

    private static final ImageShape SHAPE = new ImageShape(3, 64, 64);

    @TempDir
    private Path folder;

    /** Given the worst files of each kind, then a JVM with a heap of 256 MiB decodes or refuses each and lives. */
    @Test
    void noFileTakesMoreThanItsShareOfTheHeap() throws Exception {
        Path claimed = Files.write(folder.resolve("claimed.png"), pngWithoutPixels(7900, 8000));
        Path jpeg = written(grey(8000, 6000, BufferedImage.TYPE_3BYTE_BGR), "jpg");
        Path png = written(grey(8000, 6000, BufferedImage.TYPE_3BYTE_BGR), "png");
        Path bitmap = written(grey(8000, 6000, BufferedImage.TYPE_3BYTE_BGR), "bmp");
        Path strip = oneStrip(grey(8000, 6000, BufferedImage.TYPE_3BYTE_BGR));

        List<String> answers = decodedIn(256, claimed, jpeg, png, bitmap, strip);

        assertThat(answers).hasSize(5);
        assertThat(answers.get(0)).startsWith("claimed.png is a broken image");
        assertThat(answers.subList(1, 4)).containsExactly("picture.jpg fits", "picture.png fits", "picture.bmp fits");
        assertThat(answers.get(4))
                .startsWith("strip.tif is 8000 x 6000 pixels, of which 8000 x 6000 are decoded at once: "
                        + "that takes 274 MiB, expected at most 6");
    }

    @Test
    void moreThanTheMostPixelsAreRefusedWithTheFigures() throws IOException {
        Path huge = Files.write(folder.resolve("huge.png"), pngWithoutPixels(14000, 14000));
        Path wide = Files.write(folder.resolve("wide.png"), pngWithoutPixels(70000, 10));

        assertThatThrownBy(() -> PictureDecoder.decode(huge, Picture::size)).isInstanceOf(DatasetException.class)
                .hasMessage("is 14000 x 14000 pixels, expected at most 64000000 in all and 65535 a side");
        assertThatThrownBy(() -> PictureDecoder.decode(wide, Picture::size)).isInstanceOf(DatasetException.class)
                .hasMessageContaining("is 70000 x 10 pixels");
    }

    /**
     * Given a picture of which every second row and column is decoded, then what is fitted is what all pixels give, but for edges: the
     * columns that are read lie half a pixel beside the middle, of the 47 that a fitted one is made of.
     */
    @Test
    void pixelsThatAreLeftOutDoNotShiftThePicture() throws IOException {
        BufferedImage image = new BufferedImage(3000, 2000, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.BLACK, 3000, 2000, Color.ORANGE));
        graphics.fillRect(0, 0, 3000, 2000);
        graphics.setColor(Color.BLUE);
        graphics.fillOval(700, 400, 1200, 900);
        graphics.dispose();
        ImageFitter fitter = new ImageFitter(SHAPE);

        Path file = written(image, "png");
        byte[] fitted = PictureDecoder.decode(file, fitter::fit);

        assertThat(PictureDecoder.decode(file, Picture::size)).isEqualTo(new Dimensions(3, 1000, 1500));
        byte[] whole = fitter.fit(Picture.of(image));
        for (int i = 0; i < whole.length; i++) {
            assertThat(fitted[i] & 0xff).isBetween((whole[i] & 0xff) - 6, (whole[i] & 0xff) + 6);
        }
    }

    @Test
    void anEmptyFileAndOneThatIsNoImageSaySo() throws IOException {
        Path empty = Files.write(folder.resolve("empty.png"), new byte[0]);
        Path page = Files.writeString(folder.resolve("page.png"), "<html></html>");

        assertThatThrownBy(() -> PictureDecoder.decode(empty, Picture::size))
                .hasMessage("is empty, expected an image");
        assertThatThrownBy(() -> PictureDecoder.decode(page, Picture::size))
                .hasMessage("is no image, expected PNG, JPEG, BMP or TIFF");
        assertThatThrownBy(() -> PictureDecoder.decode(folder.resolve("absent.png"), Picture::size))
                .hasMessageStartingWith("cannot be read");
    }

    /** Given a JPEG that ends early, then it is refused where rows are missing, and taken where only the end marker is. */
    @Test
    void aCutJpegIsRefusedAndOneWithoutItsEndMarkerIsTaken() throws IOException {
        byte[] whole = Files.readAllBytes(written(noise(640, 480), "jpg"));
        Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length / 2));
        Path endless = Files.write(folder.resolve("endless.jpg"), Arrays.copyOf(whole, whole.length - 2));

        assertThatThrownBy(() -> PictureDecoder.decode(cut, Picture::size)).isInstanceOf(DatasetException.class)
                .hasMessage("is cut: the file ends before the picture does");
        assertThat(PictureDecoder.decode(endless, Picture::size)).isEqualTo(new Dimensions(3, 480, 640));
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt());
        }
        return image;
    }

    private List<String> decodedIn(int mebibytes, Path... files) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + mebibytes + "m", "-cp",
                System.getProperty("java.class.path"), DecodingProgram.class.getName()));
        for (Path file : files) {
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> answers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", answers)).isZero();
        return answers;
    }

    private static BufferedImage grey(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private Path written(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("picture." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private Path oneStrip(BufferedImage image) throws IOException {
        Path file = folder.resolve("strip.tif");
        ImageWriter writer = writerOfJdk();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("Deflate");
            param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            param.setTiling(image.getWidth(), image.getHeight(), 0, 0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** Which writes strips of any size. */
    private static ImageWriter writerOfJdk() {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff"); writers.hasNext();) {
            ImageWriter writer = writers.next();
            if (writer.getDefaultWriteParam().canWriteTiles()) {
                return writer;
            }
        }
        throw new AssertionError("No writer of TIFF writes tiles");
    }

    /** 16-bit RGBA as the header says, and not a pixel. */
    private static byte[] pngWithoutPixels(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[]{16, 6, 0, 0, 0});
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", header.toByteArray());
        chunk(png, "IDAT", new byte[0]);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(data.length);
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.US_ASCII));
        checksum.update(data);
        out.writeBytes(type);
        out.write(data);
        out.writeInt((int) checksum.getValue());
    }
}
