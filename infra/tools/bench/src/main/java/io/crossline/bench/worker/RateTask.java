package io.crossline.bench.worker;

import java.util.function.DoubleSupplier;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** What the machine can do with ND4J: floating point operations a second of a matrix product or of a
 * convolution, or bytes a second of a copy. */
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
    CONVOLUTION {
        @Override
        public void run(Rounds rounds) {
            try (INDArray images = Nd4j.rand(DataType.FLOAT, IMAGES, CHANNELS, AREA, AREA);
                    INDArray weights = Nd4j.rand(DataType.FLOAT, CHANNELS, CHANNELS, KERNEL, KERNEL);
                    INDArray out = Nd4j.createUninitialized(DataType.FLOAT, IMAGES, CHANNELS, AREA, AREA)) {
                // kernel, stride, padding, dilation, SAME, NCHW, OIHW
                DynamicCustomOp op = DynamicCustomOp.builder("conv2d").addInputs(images, weights).addOutputs(out)
                        .addIntegerArguments(KERNEL, KERNEL, 1, 1, 0, 0, 1, 1, 1, 0, 1).build();
                rounds.each(best(2.0 * IMAGES * AREA * AREA * CHANNELS * CHANNELS * KERNEL * KERNEL,
                        () -> Nd4j.exec(op)));
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
    private static final int IMAGES = 16;
    private static final int CHANNELS = 128;
    private static final int AREA = 28;
    private static final int KERNEL = 3;
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
