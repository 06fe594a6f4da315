package io.crossline.monitoring.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.drift.ImagePlace;

class KindGroupsTest {

    @Test
    void imagesThatAreLikeEachOtherShareAGroup() {
        List<UnknownImage> images = new ArrayList<>(row(5, 0, 0, "dann-1"));
        images.addAll(row(12, 100, 10, "dann-1"));
        images.add(image(1000, 50, "dann-1"));

        KindGroups kinds = KindGroups.of(images);

        assertThat(kinds.groups()).extracting(List::size).containsExactly(12, 5);
        assertThat(kinds.groups().get(0)).containsExactlyInAnyOrderElementsOf(images.subList(5, 17));
        assertThat(kinds.single()).containsExactly(images.get(17));
    }

    @Test
    void twoImagesAreNoGroup() {
        List<UnknownImage> images = row(2, 0, 0, "dann-1");

        assertThat(KindGroups.of(images)).isEqualTo(new KindGroups(List.of(), images));
        assertThat(KindGroups.of(List.of())).isEqualTo(new KindGroups(List.of(), List.of()));
    }

    @Test
    void spacesOfDifferentModelsAreNotMixed() {
        List<UnknownImage> images = new ArrayList<>(row(3, 0, 0, "dann-1"));
        images.addAll(row(4, 100, 0, "dann-2"));

        assertThat(KindGroups.of(images).groups()).extracting(List::size).containsExactly(4, 3);
    }

    /** Each 0.9 from the next, all 2 from the known images. */
    private static List<UnknownImage> row(int count, int firstOffset, double from, String model) {
        return IntStream.range(0, count).mapToObj(i -> image(firstOffset + i, from + 0.9 * i, model)).toList();
    }

    private static UnknownImage image(long offset, double at, String model) {
        return new UnknownImage("line-b", new ImagePlace("t", 0, offset, 0), model, "good", 0.9, 0.001,
                new float[]{(float) at, 1}, 2, Instant.EPOCH);
    }
}
