package io.crossline.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.metrics.Trade.Point;

class TradeTest {

    @Test
    void itsPointsAreThoseOfTheHandComputedExample() {
        // Given four good parts and two defects
        double[] goods = {0.9, 0.8, 0.6, 0.3};
        double[] defects = {0.7, 0.1};

        // When
        Trade trade = Trade.of("good", goods, defects);

        // Then from the threshold on which neither, one, two ... images fall
        assertThat(trade.points()).containsExactly(new Point(0, 1, 0), new Point(0.3, 0.5, 0),
                new Point(0.6, 0.5, 0.25),
                new Point(0.7, 0.5, 0.5), new Point(0.8, 0, 0.5), new Point(0.9, 0, 0.75));
    }

    @Test
    void manyImagesGiveFewHundredPointsThatMoveOneWay() {
        Random random = new Random(1);
        double[] goods = random.doubles(5000).map(Math::sqrt).toArray();
        double[] defects = random.doubles(5000).map(x -> x * x).toArray();

        List<Point> points = Trade.of("good", goods, defects).points();

        assertThat(points).hasSizeBetween(100, 402);
        assertThat(points).extracting(Point::escapes).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(points).extracting(Point::overkill).isSorted();
        assertThat(points.get(0)).isEqualTo(new Point(0, 1, 0));
        Point last = points.get(points.size() - 1);
        assertThat(last.threshold()).isEqualTo(Math.max(max(goods), max(defects)));
    }

    @Test
    void withoutGoodClassOrWithoutImagesOfEitherKindThereIsNone() {
        TradeCounter noGoodClass = new TradeCounter(List.of("0", "1"), OptionalInt.empty());
        noGoodClass.add(0, new float[]{1, 0});
        noGoodClass.add(1, new float[]{0, 1});
        TradeCounter noDefect = new TradeCounter(List.of("good", "hole"), OptionalInt.of(0));
        noDefect.add(0, new float[]{1, 0});

        assertThat(noGoodClass.trade()).isNull();
        assertThat(noDefect.trade()).isNull();
        noDefect.add(1, new float[]{0.25f, 0.75f});
        assertThat(noDefect.trade()).isEqualTo(new Trade("good", List.of(new Point(0, 1, 0), new Point(1, 0, 0))));
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
