package io.crossline.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

class ImageFileTest {

    @Test
    void greyLevelsSurvive() throws IOException {
        byte[] pixels = {0, 127, (byte) 128, (byte) 255, 1, 2};

        BufferedImage image = decode(ImageFile.dataUri(new ImageShape(1, 2, 3), pixels));

        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getRaster().getSamples(0, 0, 3, 2, 0, (int[]) null)).containsExactly(0, 127, 128, 255, 1, 2);
    }

    @Test
    void coloursSurvive() throws IOException {
        byte[] pixels = {(byte) 255, 0, 0, 10, 20, (byte) 200};

        BufferedImage image = decode(ImageFile.dataUri(new ImageShape(3, 1, 2), pixels));

        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFF0000);
        assertThat(image.getRGB(1, 0)).isEqualTo(0xFF0A14C8);
    }

    @Test
    void refusesAnotherLength() {
        assertThatThrownBy(() -> ImageFile.dataUri(new ImageShape(1, 2, 3), new byte[5]))
                .hasMessage("pixels has 5 bytes, expected 6 (2x3x1)");
    }

    static BufferedImage decode(String uri) throws IOException {
        String prefix = "data:image/png;base64,";
        assertThat(uri).startsWith(prefix);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(prefix.length()))));
    }
}
