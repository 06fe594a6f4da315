package io.crossline.bench.worker;

import java.util.function.DoubleSupplier;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the machine can do with ND4J: floating point operations a second of a matrix product, or bytes a second of a copy. */
enum RateTask implements Task {
    PRODUCT {
        @Override
        public void run(Rounds rounds) {
            try (INDArray a = Nd4j.rand(DataType.FLOAT, SIDE, SIDE);
                    INDArray b = Nd4j.rand(DataType.FLOAT, SIDE, SIDE);
                    INDArray c = Nd4j.createUninitialized(DataType.FLOAT, new long[]{SIDE, SIDE}, 'f')) {
                rounds.each(best(2.0 * SIDE * SIDE * SIDE, () -> a.mmuli(b, c)));
            }
        }
    },
    COPY {
        @Override
        public void run(Rounds rounds) {
            try (INDArray from = Nd4j.rand(DataType.FLOAT, LENGTH);
                    INDArray to = Nd4j.createUninitialized(DataType.FLOAT, LENGTH)) {
                rounds.each(best(2.0 * Float.BYTES * LENGTH, () -> to.assign(from)));
            }
        }
    };

    private static final int SIDE = 1024;
    /** 128 MiB: more than any cache holds. */
    private static final long LENGTH = 32L << 20;
    private static final int REPETITIONS = 10;

    /** The highest rate of some repetitions: a floor is what is possible, not what is usual. */
    private static DoubleSupplier best(double amount, Runnable work) {
        return () -> {
            double best = 0;
            for (int i = 0; i < REPETITIONS; i++) {
                best = Math.max(best, amount / Stopwatch.seconds(work));
            }
            return best;
        };
    }
}
