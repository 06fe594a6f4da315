package io.crossline.networks.ops;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Batch normalisation (Ioffe and Szegedy 2015) a channel of {@code [N, C, H, W]}:
 * {@code y = gamma (x - mean) / sqrt(variance + epsilon) + beta}.
 */
public final class BatchNormalization {

    private BatchNormalization() {}

    /**
     * With the statistics of the batch; moves the running ones towards them:
     * {@code running = decay running + (1 - decay) batch}, the variance unbiased.
     *
     * @param gamma {@code [C]}
     * @param beta {@code [C]}
     * @param runningMean {@code [C]}, changed
     * @param runningVariance {@code [C]}, changed
     */
    public static Variable train(Tape tape, Variable x, Variable gamma, Variable beta, INDArray runningMean,
            INDArray runningVariance, double epsilon, double decay) {
        double count = (double) x.value().length() / x.size(1);
        Channels.Sums sums = Channels.sums(tape.pool(), x.value(), x.value());
        double[] mean = sums.values();
        double[] variance = sums.products();
        double[] deviation = new double[mean.length];
        for (int c = 0; c < mean.length; c++) {
            mean[c] /= count;
            variance[c] = Math.max(0, variance[c] / count - mean[c] * mean[c]);
            deviation[c] = Math.sqrt(variance[c] + epsilon);
            double unbiased = variance[c] * count / (count - 1);
            runningMean.putScalar(c, decay * runningMean.getDouble(c) + (1 - decay) * mean[c]);
            runningVariance.putScalar(c, decay * runningVariance.getDouble(c) + (1 - decay) * unbiased);
        }
        Block block = normalize(tape.pool(), x.value(), gamma.value(), beta.value(), mean, deviation);
        boolean differentiable = x.differentiable() || gamma.differentiable();
        return tape.result(block, x.shape(), differentiable, (y, gradient) -> {
            Channels.Sums toOutput = Channels.sums(tape.pool(), gradient, x.value());
            double[] sum = toOutput.values();
            double[] toGamma = new double[mean.length];
            for (int c = 0; c < mean.length; c++) {
                toGamma[c] = (toOutput.products()[c] - mean[c] * sum[c]) / deviation[c];
            }
            if (gamma.differentiable()) {
                try (Sink gammaSink = tape.sink(gamma); Sink betaSink = tape.sink(beta)) {
                    put(toGamma, gammaSink.array());
                    put(sum, betaSink.array());
                }
            }
            if (x.differentiable()) {
                // gx = gamma/dev (g - sum/count - xhat toGamma/count), written as a g + b x + d
                double[] a = new double[mean.length];
                double[] b = new double[mean.length];
                double[] d = new double[mean.length];
                for (int c = 0; c < mean.length; c++) {
                    a[c] = gamma.value().getDouble(c) / deviation[c];
                    b[c] = -a[c] * toGamma[c] / (count * deviation[c]);
                    d[c] = -a[c] * sum[c] / count - b[c] * mean[c];
                }
                Channels.combine(tape.pool(), gradient, a, x.value(), b, d);
                tape.handOver(y, x);
            }
        });
    }

    /** With the running statistics. Not differentiable by them. */
    public static Variable infer(Tape tape, Variable x, Variable gamma, Variable beta, INDArray runningMean,
            INDArray runningVariance, double epsilon) {
        double[] mean = runningMean.toDoubleVector();
        double[] deviation = Arrays.stream(runningVariance.toDoubleVector()).map(v -> Math.sqrt(v + epsilon)).toArray();
        Block block = normalize(tape.pool(), x.value(), gamma.value(), beta.value(), mean, deviation);
        if (gamma.differentiable()) {
            throw new IllegalArgumentException("Batch normalisation trains with the batch's statistics only");
        }
        return tape.result(block, x.shape(), x.differentiable(), (y, gradient) -> {
            double[] scale = new double[mean.length];
            for (int c = 0; c < scale.length; c++) {
                scale[c] = gamma.value().getDouble(c) / deviation[c];
            }
            Channels.affine(tape.pool(), gradient, scale, new double[scale.length], gradient);
            tape.handOver(y, x);
        });
    }

    private static Block normalize(ArrayPool pool, INDArray x, INDArray gamma, INDArray beta, double[] mean,
            double[] deviation) {
        double[] scale = new double[mean.length];
        double[] shift = new double[mean.length];
        for (int c = 0; c < mean.length; c++) {
            scale[c] = gamma.getDouble(c) / deviation[c];
            shift[c] = beta.getDouble(c) - mean[c] * scale[c];
        }
        Block block = pool.take(x.shape());
        Channels.affine(pool, x, scale, shift, block.array(x.shape()));
        return block;
    }

    private static void put(double[] values, INDArray into) {
        for (int c = 0; c < values.length; c++) {
            into.putScalar(c, values[c]);
        }
    }
}
