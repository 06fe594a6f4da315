package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class PictureTilesTest {

    @Test
    void tilesReachBothEdgesAndOverlapAtLeastAsAsked() {
        PictureTiles tiles = new PictureTiles(64, 16, 96, 128);

        assertThat(tiles.rows()).isEqualTo(2);
        assertThat(tiles.columns()).isEqualTo(3);
        assertThat(tiles.count()).isEqualTo(6);
        assertThat(tiles.top(0)).isZero();
        assertThat(tiles.top(1)).isEqualTo(96 - 64);
        assertThat(tiles.left(1)).isEqualTo(32);
        assertThat(tiles.left(2)).isEqualTo(128 - 64);
    }

    @Test
    void aPictureAsLargeAsATileIsOne() {
        assertThat(new PictureTiles(64, 16, 64, 64).count()).isEqualTo(1);
    }

    @Test
    void withoutOverlapTilesLieSideBySide() {
        assertThat(new PictureTiles(32, 0, 64, 96).count()).isEqualTo(6);
    }

    @Test
    void whatMakesNoTilesIsRefused() {
        refuses("tile is 20, expected 28 to 1024", 20, 0, 64, 64);
        refuses("overlap is 40, expected 0 to 32", 64, 40, 64, 64);
        refuses("but the picture's height is 32", 64, 16, 32, 64);
        refuses("which makes 1156 tiles", 28, 0, 952, 952);
    }

    private static void refuses(String message, int side, int overlap, int height, int width) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new PictureTiles(side, overlap, height, width)).withMessageContaining(message);
    }
}
