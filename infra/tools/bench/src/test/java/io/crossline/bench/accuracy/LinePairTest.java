package io.crossline.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;

/** A target in folders whose classes are not the source's. */
class LinePairTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @TempDir
    Path folder;

    @BeforeEach
    void sourceOfThreeClasses() throws IOException {
        for (String split : new String[]{"train", "test"}) {
            for (String name : new String[]{"dent", "good", "hole"}) {
                image("a/" + split + "/" + name + "/1.png", 10);
            }
        }
    }

    /** Given a target with a class less and one more, then its labels are those of the source, and the other class is left out. */
    @Test
    void theTargetIsScoredOnTheCommonClasses() throws IOException {
        image("b/train/1.png", 10);
        image("b/test/crack/1.png", 1);
        image("b/test/good/1.png", 2);
        image("b/test/hole/1.png", 3);

        LinePair pair = load();

        assertThat(pair.targetTest().labels()).containsExactlyInAnyOrder(1, 2);
        assertThat(pair.targetTest().pixels()).hasSize(2 * SHAPE.bytes()).contains((byte) 2, (byte) 3)
                .doesNotContain((byte) 1);
        assertThat(pair.classes().missing()).containsExactly("dent");
        assertThat(pair.classes().further()).containsExactly("crack");
    }

    @Test
    void noCommonClassIsRefused() throws IOException {
        image("b/train/1.png", 10);
        image("b/test/Hole/1.png", 1);

        assertThatThrownBy(this::load).isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("[Hole]").hasMessageEndingWith("none is common to both");
    }

    private LinePair load() {
        return LinePair.load("folder:" + folder.resolve("a"), "folder:" + folder.resolve("b"), SHAPE, null, 0);
    }

    private void image(String name, int grey) throws IOException {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                image.getRaster().setSample(x, y, 0, grey);
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
