package io.crossline.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class CommonestClassTest {

    private static final List<String> NAMES = List.of("free", "crack", "blow");

    /** 75 of 100 images are free: accuracy 0.66 there, recalls 0.8, 0.2 and 0.3. */
    @Test
    void aClassifierThatIsRightLessOftenThanTheCommonestClassIsObjectedTo() {
        assertThat(CommonestClass.objection("tiles", NAMES, new long[][]{{60, 10, 5}, {9, 3, 3}, {5, 2, 3}})).hasValue(
                "The source classifier is not clearly above the commonest class on its own line, tiles: "
                        + "accuracy 0.660 (0.563 to 0.745) where always answering 'free' has 0.750, "
                        + "balanced accuracy 0.433 (0.349 to 0.567) where that has 0.333.");
    }

    @Test
    void theCommonestClassItselfIsObjectedTo() {
        assertThat(CommonestClass.objection("line-a", NAMES, new long[][]{{900, 0, 0}, {50, 0, 0}, {50, 0, 0}}))
                .isPresent();
    }

    /** Right about 8 images of other classes, wrong about 4 of the commonest: better, but not clearly. */
    @Test
    void aLittleAboveIsNotClearlyAbove() {
        assertThat(CommonestClass.objection("line-a", NAMES, new long[][]{{71, 2, 2}, {8, 5, 2}, {5, 2, 3}}))
                .isPresent();
    }

    /** Of 400 parts 8 are defects: finding all of them at the price of one good part is clearly better, though accuracy is 0.9975 after 0.98. */
    @Test
    void rareDefectsThatAreFoundAreEnough() {
        assertThat(CommonestClass.objection("line-a", NAMES, new long[][]{{391, 1, 0}, {0, 4, 0}, {0, 0, 4}}))
                .isEmpty();
        assertThat(CommonestClass.objection("line-a", NAMES, new long[][]{{388, 4, 0}, {0, 4, 0}, {0, 0, 4}}))
                .isPresent();
    }

    @Test
    void aGoodClassifierIsNotObjectedTo() {
        assertThat(CommonestClass.objection("line-a", NAMES, new long[][]{{74, 1, 0}, {1, 14, 0}, {1, 0, 9}}))
                .isEmpty();
        assertThat(CommonestClass.objection("line-a", NAMES, new long[][]{{49, 1, 0}, {1, 49, 0}, {0, 0, 0}}))
                .isEmpty();
    }

    @Test
    void withoutImagesThereIsNothingToObjectTo() {
        assertThat(CommonestClass.objection("line-a", NAMES, new long[3][3])).isEmpty();
        assertThat(CommonestClass.objection("line-a", NAMES, new long[0][])).isEmpty();
    }
}
