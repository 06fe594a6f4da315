package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

class BadFileTest {

    private final byte[] good = new LineImages("line-a", "plant", new ImageShape(1, 28, 28),
            List.of(new byte[28 * 28]), 1).png();

    @Test
    void noneIsAnImage() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(good));
        assertThat(image.getWidth()).isEqualTo(28);

        assertThat(BadFile.EMPTY.bytes(good)).isEmpty();
        assertThat(ImageIO.read(new ByteArrayInputStream(BadFile.WEB_PAGE.bytes(good)))).isNull();
        assertThatThrownBy(() -> ImageIO.read(new ByteArrayInputStream(BadFile.CUT.bytes(good))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aSmallFilePromisesAnImageThatFillsTheMemory() throws IOException {
        byte[] file = BadFile.PROMISES_TOO_MUCH.bytes(good);

        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = ImageIO.getImageReaders(input).next();
            reader.setInput(input);
            assertThat(file).hasSize(45);
            assertThat(reader.getWidth(0)).isEqualTo(7900);
            assertThat(reader.getHeight(0)).isEqualTo(8000);
        }
    }
}
