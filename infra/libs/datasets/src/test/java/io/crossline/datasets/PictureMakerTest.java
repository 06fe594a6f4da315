package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;

/** What cameras send, and what a line's settings make of it. */
class PictureMakerTest {

    private static final ImageShape GREY = new ImageShape(1, 60, 60);
    private static final ImageShape COLOUR = new ImageShape(3, 60, 60);

    @TempDir
    Path folder;

    @Test
    void aWidePictureKeepsItsAspectRatioByDefault() throws IOException {
        byte[] image = made(wide(), "", GREY);

        // 150 x 60 becomes 60 x 24, so that the circle of 40 pixels is one of 16, with black above and below
        assertThat(brightBox(image)).isEqualTo(new Box(16, 16));
        assertThat(at(image, 30, 0)).isZero();
    }

    @Test
    void cropKeepsTheMiddleAndStretchMakesAnEllipse() throws IOException {
        assertThat(brightBox(made(wide(), "fit=crop", GREY))).isEqualTo(new Box(40, 40));
        assertThat(brightBox(made(wide(), "fit=stretch", GREY))).isEqualTo(new Box(40, 16));
    }

    @Test
    void whatTheLineLooksAtIsCutOut() throws IOException {
        // the circle lies from 55 to 95 and from 10 to 50
        assertThat(brightBox(made(wide(), "region=45,0,60,60", GREY))).isEqualTo(new Box(40, 40));
        assertThatThrownBy(() -> made(wide(), "region=100,0,60,60", GREY)).isInstanceOf(DatasetException.class)
                .hasMessage(
                        "is 150 x 60 pixels, which does not hold the line's region 100,0,60,60 (x, y, width, height)");
    }

    @Test
    void theBackgroundStandsBesideALetterboxedPicture() throws IOException {
        byte[] image = made(wide(), "background=#ff8000", COLOUR);

        assertThat(List.of(image[0] & 0xff, image[1] & 0xff, image[2] & 0xff)).containsExactly(0xff, 0x80, 0);
        assertThat(at(made(wide(), "background=#ffffff", GREY), 0, 0)).isEqualTo(255);
    }

    /** Given a picture whose upper left quarter is white, as each orientation stores it, then it is upright again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureIsTurnedAsItsOrientationSays(int orientation) throws IOException {
        Path file = withOrientation(stored(orientation), orientation);

        byte[] upright = made(file, "fit=stretch", GREY);

        assertThat(at(upright, 15, 15)).isGreaterThan(240);
        assertThat(at(upright, 45, 15)).isLessThan(15);
        assertThat(at(upright, 15, 45)).isLessThan(15);
        assertThat(at(upright, 45, 45)).isLessThan(15);
    }

    @Test
    void aRegionIsThatOfTheUprightPicture() throws IOException {
        Path file = withOrientation(stored(6), 6);

        assertThat(at(made(file, "region=0,0,40,20", GREY), 30, 30)).isGreaterThan(240);
        assertThat(at(made(file, "region=40,0,40,20", GREY), 30, 30)).isLessThan(15);
    }

    @Test
    void anOrientationCanBePassedOver() throws IOException {
        Path file = withOrientation(stored(3), 3);

        assertThat(at(made(file, "fit=stretch&upright=false", GREY), 45, 45)).isGreaterThan(240);
    }

    @Test
    void twelveBitsInSixteenAreBroughtToTheirRange() throws IOException {
        Path file = deep(4095);

        MadePicture asSixteen = make(file, "", GREY).get(0);
        assertThat(at(asSixteen.images().get(0), 59, 30)).isLessThan(16);
        assertThat(asSixteen.notes()).singleElement().satisfies(note -> assertThat(note.text())
                .isEqualTo("has no value above 4095 of 65535, as from a camera of 12 bits: set bits=12 for the line, "
                        + "or its pictures are nearly black"));

        MadePicture asTwelve = make(file, "bits=12", GREY).get(0);
        assertThat(at(asTwelve.images().get(0), 59, 30)).isEqualTo(255);
        assertThat(asTwelve.notes()).isEmpty();
    }

    @Test
    void valuesAboveTheBitsAreWhiteAndSaid() throws IOException {
        MadePicture picture = make(deep(65535), "bits=12", GREY).get(0);

        assertThat(at(picture.images().get(0), 30, 30)).isEqualTo(255);
        assertThat(picture.notes()).singleElement().satisfies(note -> assertThat(note.text())
                .startsWith("has values up to 65535, but the line is set to bits=12: all above 4095 is white"));
        assertThat(make(deep(65535), "", GREY).get(0).notes()).isEmpty();
    }

    @Test
    void hiddenColourIsNotSeen() throws IOException {
        BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 3600; i++) {
            image.setRGB(i % 60, i / 60, i % 60 < 30 ? 0x00ff0000 : 0xff00ff00);
        }
        Path file = written(image, "png");

        byte[] onBlack = made(file, "", COLOUR);
        assertThat(onBlack[0]).isZero();
        assertThat(onBlack[3 * 59 + 1] & 0xff).isEqualTo(255);
        assertThat(made(file, "background=#0000ff", COLOUR)).startsWith((byte) 0, (byte) 0, (byte) 255);
    }

    @Test
    void pagesAreTakenAsTheLineSays() throws IOException {
        Path file = pages(3);

        MadePicture first = make(file, "", GREY).get(0);
        assertThat(at(first.images().get(0), 30, 30)).isEqualTo(50);
        assertThat(first.notes()).extracting(PictureNote::text)
                .containsExactly("has 3 pages, of which the first one is taken");
        assertThat(make(file, "pages=all", GREY)).hasSize(3)
                .extracting(picture -> at(picture.images().get(0), 30, 30)).containsExactly(50, 100, 150);
        assertThatThrownBy(() -> make(file, "pages=refuse", GREY))
                .hasMessage("has 3 pages, expected one: pages=first or pages=all takes them");
    }

    @Test
    void aLargePictureSaysWhatShrinkingLoses() throws IOException {
        Path file = written(new BufferedImage(2448, 2048, BufferedImage.TYPE_BYTE_GRAY), "png");

        MadePicture picture = make(file, "", new ImageShape(1, 256, 256)).get(0);

        assertThat(picture.camera()).isEqualTo(new Dimensions(1, 2048, 2448));
        assertThat(picture.notes()).extracting(PictureNote::text).containsExactly(
                "2448 x 2048 pixels become 256 x 214: a feature of 12 px becomes 1.3 px");
    }

    @Test
    void tilesAreSquaresOfThePictureInTheirOrder() throws IOException {
        BufferedImage image = new BufferedImage(96, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 96 * 64; i++) {
            image.getRaster().setSample(i % 96, i / 96, 0, i % 96 + i / 96);
        }
        ImageShape tile = new ImageShape(1, 32, 32);
        PictureSettings settings = PictureOptions.parse("tile=32,overlap=0").settings(new ImageShape(1, 64, 96));

        MadePicture made = new PictureMaker(settings, tile).make(written(image, "png")).get(0);

        assertThat(made.images()).hasSize(6);
        assertThat(made.images().get(4)[0]).isEqualTo((byte) (32 + 32));
        assertThat(made.images().get(5)[32 * 32 - 1] & 0xff).isEqualTo(95 + 63);
    }

    @Test
    void printingColoursAreReadAsTheyLook() throws IOException {
        Path file = folder.resolve("cmyk.jpg");
        try (InputStream resource = getClass().getResourceAsStream("/pictures/cmyk.jpg")) {
            Files.copy(resource, file);
        }

        byte[] image = made(file, "fit=stretch", COLOUR);

        assertThat(image[0] & 0xff).as("red of the left half").isGreaterThan(200);
        assertThat(image[2] & 0xff).as("blue of the left half").isLessThan(80);
        assertThat(image[3 * 59 + 2] & 0xff).as("blue of the right half").isGreaterThan(100);
        assertThat(image[3 * 59] & 0xff).as("red of the right half").isLessThan(80);
    }

    /** Given a picture whose left half is white, as a palette, as single bits and as BMP, then it is read as it looks. */
    @ParameterizedTest
    @CsvSource({"13,png", "12,png", "5,bmp", "10,tif"})
    void olderKindsOfFilesAreReadAsTheyLook(int type, String format) throws IOException {
        BufferedImage image = new BufferedImage(60, 60, type);
        for (int i = 0; i < 3600; i++) {
            image.setRGB(i % 60, i / 60, i % 60 < 30 ? 0xffffffff : 0xff000000);
        }

        byte[] made = made(written(image, format), "", GREY);

        assertThat(at(made, 15, 30)).isEqualTo(255);
        assertThat(at(made, 45, 30)).isZero();
    }

    @Test
    void movingPicturesAndFloatingPointAreRefused() throws IOException {
        Path gif = written(new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY), "gif");
        Path webp = Files.write(folder.resolve("a.webp"), "RIFF\0\0\0\0WEBPVP8X".getBytes());
        Path floating = folder.resolve("float.tif");
        try (InputStream resource = getClass().getResourceAsStream("/pictures/float.tif")) {
            Files.copy(resource, floating);
        }

        assertThatThrownBy(() -> make(gif, "", GREY)).hasMessage("is a GIF file, expected PNG, JPEG, BMP or TIFF");
        assertThatThrownBy(() -> make(webp, "", GREY)).hasMessage("is no image, expected PNG, JPEG, BMP or TIFF");
        assertThatThrownBy(() -> make(floating, "", GREY))
                .hasMessage("has values of an unusual type, expected 8 or 16 bits a channel");
    }

    private byte[] made(Path file, String options, ImageShape shape) {
        return make(file, options, shape).get(0).images().get(0);
    }

    private static List<MadePicture> make(Path file, String options, ImageShape shape) {
        return new PictureMaker(PictureOptions.parse(options).settings(shape), shape).make(file);
    }

    private static int at(byte[] image, int x, int y) {
        return image[y * 60 + x] & 0xff;
    }

    private record Box(int height, int width) {}

    /** Size of what is bright. */
    private static Box brightBox(byte[] image) {
        int top = 60;
        int lower = -1;
        int left = 60;
        int right = -1;
        for (int i = 0; i < image.length; i++) {
            if ((image[i] & 0xff) > 200) {
                top = Math.min(top, i / 60);
                lower = Math.max(lower, i / 60);
                left = Math.min(left, i % 60);
                right = Math.max(right, i % 60);
            }
        }
        return new Box(lower - top + 1, right - left + 1);
    }

    /** 150 x 60 with a white circle of 40 pixels on grey. */
    private Path wide() throws IOException {
        BufferedImage image = new BufferedImage(150, 60, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(90, 90, 90));
        graphics.fillRect(0, 0, 150, 60);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(55, 10, 40, 40);
        graphics.dispose();
        return written(image, "png");
    }

    /** 80 x 40 when upright, its upper left quarter white. */
    private static BufferedImage stored(int orientation) {
        Orientation turned = new Orientation(orientation);
        Dimensions file = turned.isTransposed() ? new Dimensions(1, 80, 40) : new Dimensions(1, 40, 80);
        BufferedImage image = new BufferedImage(file.width(), file.height(), BufferedImage.TYPE_BYTE_GRAY);
        boolean right = List.of(2, 3, 7, 8).contains(orientation);
        boolean lower = List.of(3, 4, 6, 7).contains(orientation);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(right ? file.width() / 2 : 0, lower ? file.height() / 2 : 0, file.width() / 2,
                file.height() / 2);
        graphics.dispose();
        return image;
    }

    /** A JPEG with an EXIF segment of one entry. */
    private Path withOrientation(BufferedImage image, int orientation) throws IOException {
        byte[] jpeg = Files.readAllBytes(written(image, "jpg"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[]{(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0,
                1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        out.write(jpeg, 2, jpeg.length - 2);
        return Files.write(folder.resolve("turned.jpg"), out.toByteArray());
    }

    /** A ramp from 0 to the highest value, 16 bits. */
    private Path deep(int highest) throws IOException {
        BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 3600; i++) {
            image.getRaster().setSample(i % 60, i / 60, 0, highest * (i % 60) / 59);
        }
        return written(image, "png");
    }

    private Path pages(int count) throws IOException {
        Path file = folder.resolve("pages.tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int page = 1; page <= count; page++) {
                BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY);
                for (int i = 0; i < 3600; i++) {
                    image.getRaster().setSample(i % 60, i / 60, 0, 50 * page);
                }
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    private Path written(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("picture." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }
}
