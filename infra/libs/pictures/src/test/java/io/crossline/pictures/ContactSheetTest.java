package io.crossline.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

class ContactSheetTest {

    private static final BufferedImage GREY = ImageFile.image(new ImageShape(1, 2, 2), new byte[]{0, 60, 120, -1});
    private static final BufferedImage COLOUR = ImageFile.image(new ImageShape(3, 1, 2),
            new byte[]{-1, 0, 10, 0, 99, 0});

    /** Given seven images of 2 by 2 pixels, then there are two rows of tiles of 96 pixels with a gap of 4 around each. */
    @Test
    void sixImagesMakeARow() throws IOException {
        BufferedImage sheet = read(ContactSheet.png(Collections.nCopies(7, GREY)));

        assertThat(sheet.getWidth()).isEqualTo(6 * 100 + 4);
        assertThat(sheet.getHeight()).isEqualTo(2 * 100 + 4);
        assertThat(sheet.getRGB(5 * 100 + 4 + 50, 100 + 4 + 50)).as("no eighth image").isEqualTo(sheet.getRGB(0, 0));
    }

    @Test
    void greyAndColourImagesStandSideBySide() throws IOException {
        BufferedImage sheet = read(ContactSheet.png(List.of(GREY, COLOUR)));

        assertThat(sheet.getWidth()).isEqualTo(2 * 100 + 4);
        assertThat(sheet.getRGB(4, 4)).isEqualTo(0xff000000);
        assertThat(sheet.getRGB(4 + 95, 4 + 95)).isEqualTo(0xffffffff);
        assertThat(sheet.getRGB(104, 4)).isEqualTo(0xffff000a);
        assertThat(sheet.getRGB(104 + 95, 4)).isEqualTo(0xff006300);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
