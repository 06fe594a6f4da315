package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void aBatchIsPredictedDoubledOrLost() {
        // Given four batches: one predicted once, one twice with one id, one twice with two ids, one not at all
        List<Sent> sent = List.of(sent(0), sent(1), sent(2), sent(3));
        List<Prediction> predictions = List.of(prediction(0, "a"), prediction(1, "b"), prediction(1, "b"),
                prediction(2, "c"), prediction(2, "d"), prediction(99, "somebody else's"));

        Counts counts = Counts.of(sent, predictions, List.of(), List.of());

        assertThat(counts.sent()).isEqualTo(4);
        assertThat(counts.predicted()).isEqualTo(3);
        assertThat(counts.doubled()).isEqualTo(2);
        assertThat(counts.contradicted()).containsExactly(sent(2));
        assertThat(counts.lost()).containsExactly(sent(3));
        assertThat(counts.complete()).isFalse();
    }

    @Test
    void aBadRecordHasNoneOneOrManyDeadLetters() {
        // Given three bad records, one of which was also predicted, and a dead letter of a good batch
        List<Place> bad = List.of(place(10), place(11), place(12));
        List<Place> letters = List.of(place(10), place(11), place(11), place(0));

        Counts counts = Counts.of(List.of(sent(0)), List.of(prediction(0, "a"), prediction(12, "b")), bad, letters);

        assertThat(counts.deadLetters()).isEqualTo(4);
        assertThat(counts.expectedDeadLetters()).isEqualTo(3);
        assertThat(counts.withoutDeadLetter()).isEqualTo(1);
        assertThat(counts.manyDeadLetters()).isEqualTo(1);
        assertThat(counts.goodDeadLetters()).isEqualTo(1);
        assertThat(counts.badPredicted()).isEqualTo(1);
        assertThat(counts.lost()).isEmpty();
        assertThat(counts.complete()).isFalse();
    }

    @Test
    void theSameOffsetOfAnotherPartitionIsAnotherRecord() {
        Counts counts = Counts.of(List.of(sent(5)), List.of(new Prediction(new Place(1, 5), "a")), List.of(),
                List.of());

        assertThat(counts.lost()).hasSize(1);
    }

    private static Sent sent(long offset) {
        return new Sent("line-a", place(offset), Duration.ofSeconds(offset));
    }

    private static Place place(long offset) {
        return new Place(0, offset);
    }

    private static Prediction prediction(long offset, String id) {
        return new Prediction(place(offset), id);
    }
}
