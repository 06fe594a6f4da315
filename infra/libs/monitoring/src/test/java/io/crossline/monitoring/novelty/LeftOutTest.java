package io.crossline.monitoring.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchImages;
import io.crossline.monitoring.drift.ImagePlace;

class LeftOutIT {

    private static final List<String> CLASSES = List.of("good", "scratch");

    @Test
    void fewMarkedImagesAreAllLeftOut() {
        LeftOut out = LeftOut.of(new Marks(100, List.of(image(8, 3, 0.01), image(7, 5, 0.002), image(8, 1, 0.03))),
                0.1, CLASSES);

        assertThat(out.images()).containsExactly(new BatchImages("t", 0, 7, List.of(5)),
                new BatchImages("t", 0, 8, List.of(1, 3)));
        assertThat(out.count()).isEqualTo(3);
        assertThat(out.others()).isZero();
    }

    @Test
    void whereMostImagesAreMarkedOnlyTheRarestAreLeftOut() {
        List<MarkedImage> most = new ArrayList<>(
                IntStream.range(0, 75).mapToObj(i -> image(9, i, 0.01)).toList());
        most.set(40, image(9, 40, 0.001));
        most.set(60, new MarkedImage(new ImagePlace("t", 0, 9, 60), 0.01, 7, null));

        LeftOut out = LeftOut.of(new Marks(100, most), 0.03, CLASSES);

        assertThat(out.images()).containsExactly(new BatchImages("t", 0, 9, List.of(0, 40, 60)));
        assertThat(out.others()).isEqualTo(72);
        assertThat(LeftOut.of(new Marks(100, most), 0, CLASSES)).isEqualTo(new LeftOut(List.of(), 75));
    }

    @Test
    void imagesThatAPersonGaveAClassOfTheModelAreKnown() {
        MarkedImage known = new MarkedImage(new ImagePlace("t", 0, 9, 0), 0.001, 2, "scratch");
        MarkedImage newKind = new MarkedImage(new ImagePlace("t", 0, 9, 1), 0.001, 2, "static");

        LeftOut out = LeftOut.of(new Marks(100, List.of(known, newKind)), 0.1, CLASSES);

        assertThat(out.images()).containsExactly(new BatchImages("t", 0, 9, List.of(1)));
        assertThat(out.others()).isZero();
    }

    @Test
    void theShareIsAShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> LeftOut.of(new Marks(0, List.of()), 1.1, CLASSES))
                .withMessage("share is 1.1, expected 0 to 1");
    }

    private static MarkedImage image(long offset, int image, double pValue) {
        return new MarkedImage(new ImagePlace("t", 0, offset, image), pValue, 2, null);
    }
}
