package io.crossline.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class OrderedSampleTest {

    /** Given a long stream, when sampled, then whole stretches of it come, in its order, and not only its beginning. */
    @Test
    void stretchesStayTogetherAndInOrder() {
        List<Integer> sample = sample(20, 5, 1000);

        assertThat(sample).hasSize(20).isSorted();
        for (int from = 0; from < 20; from += 5) {
            int first = sample.get(from);
            assertThat(first % 5).isZero();
            assertThat(sample.subList(from, from + 5)).containsExactly(first, first + 1, first + 2, first + 3,
                    first + 4);
        }
        assertThat(sample.get(19)).isGreaterThan(100);
        assertThat(sample(20, 5, 1000)).isEqualTo(sample);
    }

    @Test
    void aShortStreamIsTakenWhole() {
        assertThat(sample(20, 5, 13)).hasSize(13).isSorted();
        assertThat(sample(20, 5, 3)).containsExactly(0, 1, 2);
    }

    @Test
    void aSampleSmallerThanAStretchIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderedSample<Integer>(4, 5))
                .withMessageContaining("expected 1 <= stretch <= size");
    }

    private static List<Integer> sample(int size, int stretch, int stream) {
        OrderedSample<Integer> sample = new OrderedSample<>(size, stretch);
        IntStream.range(0, stream).forEach(sample::add);
        return sample.elements();
    }
}
