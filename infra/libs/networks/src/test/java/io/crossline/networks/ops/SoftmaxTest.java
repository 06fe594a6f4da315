package io.crossline.networks.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Tape;

class SoftmaxTest {

    /** Given a classifier that is very sure, when probabilities' logarithms are taken, then the least probable class's is finite and exact. */
    @Test
    void farLogitsHaveFiniteLogarithms() {
        try (ArrayPool pool = new ArrayPool(); Tape tape = new Tape(pool)) {
            INDArray logits = Nd4j.createFromArray(new float[][]{{300, 0, -200}, {1, 1, 1}});

            float[] logP = Floats.read(Softmax.logProbabilities(tape, tape.constant(logits)).value());

            assertThat(logP[0]).isZero();
            assertThat(logP[1]).isEqualTo(-300);
            assertThat(logP[2]).isEqualTo(-500);
            assertThat(logP[3]).isCloseTo((float) -Math.log(3), within(1e-6f));
        }
    }
}
