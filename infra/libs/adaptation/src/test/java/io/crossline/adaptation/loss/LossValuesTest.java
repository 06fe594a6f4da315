package io.crossline.adaptation.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiFunction;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Losses that the golden files do not hold, against values worked out by hand. */
class LossValuesTest {

    /** Given one sure prediction of each class, when both are averaged, then the entropy is log 2. */
    @Test
    void marginalEntropyIsLargeWhereTheClassesAreEven() {
        double even = value(new float[][]{{20, 0}, {0, 20}}, ClassificationLoss::marginalEntropy);
        double oneSided = value(new float[][]{{20, 0}, {20, 0}}, ClassificationLoss::marginalEntropy);

        assertThat(even).isCloseTo(Math.log(2), within(1e-5));
        assertThat(oneSided).isCloseTo(0, within(1e-5));
    }

    /** Given a student at 1/2 and a teacher at (1, 0) that is believed for one of two images. */
    @Test
    void consistencyCountsOnlyWhereTheTeacherIsSure() {
        double loss = value(new float[][]{{0, 0}, {0, 0}},
                (tape, logits) -> ConsistencyLoss.consistencyLoss(tape, logits,
                        tape.constant(Nd4j.createFromArray(new float[][]{{1, 0}, {1, 0}})),
                        tape.constant(Nd4j.createFromArray(new float[][]{{1, 1}, {0, 0}}))));

        // (0.25 + 0.25) of the first image, over two images
        assertThat(loss).isCloseTo(0.25, within(1e-6));
    }

    /** Given two images a line, when the lines are apart or alike, then the discrepancy is that of the formula or 0. */
    @Test
    void mmdIsLargeWhereTheLinesAreApart() {
        double apart = mmd(new float[][]{{0}, {0}, {1}, {1}});
        double alike = mmd(new float[][]{{0}, {1}, {0}, {1}});

        // mean squared distance 8/12; kernels exp(-1/(w 8/12)); 2 - 2 mean(kernels)
        assertThat(apart).isCloseTo(2 - 2 * kernels(1.5), within(1e-5));
        assertThat(alike).isCloseTo(0, within(1e-6));
    }

    /** Given equal features, which have no distances, then there is no discrepancy and no division by 0. */
    @Test
    void mmdOfEqualFeaturesIsZero() {
        assertThat(mmd(new float[][]{{1, 2}, {1, 2}, {1, 2}, {1, 2}})).isCloseTo(0, within(1e-6));
    }

    /** Given one image of a line and two of the other, then each line weighs as much as the other. */
    @Test
    void mmdOfLinesOfOtherSizesCountsBothAlike() {
        double apart = value(new float[][]{{0}, {1}, {1}}, (tape, rows) -> MmdLoss.mmdLoss(tape,
                Rows.slice(tape, rows, 0, 1), Rows.slice(tape, rows, 1, 3)));

        // mean squared distance 4/6; kernels exp(-1/(w 4/6)); 1 + 1 - 2 mean(kernels)
        assertThat(apart).isCloseTo(2 - 2 * kernels(1.5), within(1e-5));
    }

    /** Mean of the five kernels at a squared distance of so many mean squared distances. */
    private static double kernels(double distance) {
        return DoubleStream.of(0.25, 0.5, 1, 2, 4).map(width -> Math.exp(-distance / width)).average().orElseThrow();
    }

    private static double mmd(float[][] features) {
        return value(features, (tape, rows) -> MmdLoss.mmdLoss(tape, Rows.slice(tape, rows, 0, rows.size(0) / 2),
                Rows.slice(tape, rows, rows.size(0) / 2, rows.size(0))));
    }

    private static double value(float[][] logits, BiFunction<Tape, Variable, Variable> loss) {
        try (ArrayPool pool = new ArrayPool(); Tape tape = new Tape(pool)) {
            return loss.apply(tape, tape.constant(Nd4j.createFromArray(logits))).scalar();
        }
    }
}
