package io.crossline.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    @Test
    void countsAndSharesAreThoseOfTheHandComputedExample() {
        // Given: actual 0 0 0 1 1 2, predicted 0 0 1 1 0 1; class 2 is never answered, class 3 never seen
        ConfusionMatrix confusion = new ConfusionMatrix(List.of("a", "b", "c", "d"));
        int[] actual = {0, 0, 0, 1, 1, 2};
        int[] predicted = {0, 0, 1, 1, 0, 1};

        // When
        for (int i = 0; i < actual.length; i++) {
            confusion.add(actual[i], predicted[i]);
        }

        // Then
        assertThat(confusion.counts()).isDeepEqualTo(new long[][]{{2, 1, 0, 0}, {1, 1, 0, 0}, {0, 1, 0, 0},
                {0, 0, 0, 0}});
        assertThat(confusion.accuracy()).isEqualTo(0.5, within(1e-12));
        assertThat(confusion.classScores()).containsExactly(new ClassScore("a", 2.0 / 3, 2.0 / 3, 3),
                new ClassScore("b", 1.0 / 3, 0.5, 2), new ClassScore("c", null, 0.0, 1),
                new ClassScore("d", null, null, 0));
    }

    @Test
    void hasNoAccuracyWithoutImages() {
        assertThat(new ConfusionMatrix(List.of("a", "b")).accuracy()).isNull();
    }
}
