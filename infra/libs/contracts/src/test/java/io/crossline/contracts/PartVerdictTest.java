package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

class PartVerdictTest {

    private static final List<String> CLASSES = List.of("good", "scratch", "dent");
    private static final OptionalInt GOOD = OptionalInt.of(0);

    @Test
    void aPartIsAsItsSurestDefect() {
        BatchPredicted batch = batch(List.of(0, 1, 2, 0), List.of(0.6, 0.7, 0.9, 0.5), 4);

        assertThat(batch.judged(GOOD).verdicts()).singleElement().isEqualTo(
                new PartVerdict(new ImagePart("P-0", null, null), 2, new ImageTile(2, 4), "dent", 0.9));
    }

    @Test
    void aGoodPartIsAsItsLeastSureTile() {
        BatchPredicted batch = batch(List.of(0, 0, 0, 0), List.of(0.99, 0.6, 0.9, 0.95), 2);

        assertThat(batch.judged(GOOD).verdicts()).extracting(PartVerdict::image).containsExactly(1, 2);
        assertThat(batch.judged(GOOD).verdicts()).extracting(verdict -> verdict.part().partId())
                .containsExactly("P-0", "P-1");
    }

    @Test
    void anUnknownTileIsTheWorst() {
        BatchPredicted batch = batch(List.of(1, 0, 0), List.of(0.9, 0.5, 0.5), 3).marked(List.of(false, false, true));

        assertThat(batch.judged(GOOD).verdicts()).singleElement()
                .satisfies(verdict -> assertThat(verdict.verdict()).isEqualTo(BatchPredicted.UNKNOWN));
    }

    @Test
    void withoutAGoodClassTheLeastSureTileCounts() {
        assertThat(batch(List.of(1, 0), List.of(0.9, 0.5), 2).judged(OptionalInt.empty()).verdicts())
                .extracting(PartVerdict::image).containsExactly(1);
    }

    @Test
    void wholePicturesHaveNoSuchVerdict() {
        BatchPredicted batch = batch(List.of(1, 0), List.of(0.9, 0.5), 2)
                .showing(List.of(new ImagePart("P-1", null, null), ImagePart.UNNAMED));

        assertThat(batch.judged(GOOD).verdicts()).isEmpty();
    }

    private static BatchPredicted batch(List<Integer> classes, List<Double> probabilities, int tiles) {
        List<ImagePart> parts = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            parts.add(new ImagePart("P-" + i / tiles, null, null).tile(i % tiles, tiles));
        }
        return new BatchPredicted("line-a", "model-1", Topics.IMAGES_CAPTURED, 0, 1, CLASSES, classes, probabilities,
                Batches.CAPTURED_AT).showing(parts);
    }
}
