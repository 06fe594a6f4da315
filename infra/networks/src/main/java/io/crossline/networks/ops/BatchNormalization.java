package io.crossline.networks.ops;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.networks.tape.Views;

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
        double[] mean = ChannelSums.sum(tape.pool(), x.value());
        double[] variance = ChannelSums.dot(tape.pool(), x.value(), x.value());
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
            double[] sum = ChannelSums.sum(tape.pool(), gradient);
            double[] product = ChannelSums.dot(tape.pool(), gradient, x.value());
            double[] toGamma = new double[mean.length];
            for (int c = 0; c < mean.length; c++) {
                toGamma[c] = (product[c] - mean[c] * sum[c]) / deviation[c];
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
                combine(tape, x, gradient, a, b, d);
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
            Block factors = rows(tape.pool(), scale, x.size(0));
            INDArray flat = flat(gradient);
            Native.multiply(flat, factors.array(factorShape(x)), flat);
            tape.pool().release(factors);
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
        INDArray out = flat(block.array(x.shape()));
        multiplyRows(pool, flat(x), scale, out);
        addRows(pool, out, shift, out);
        return block;
    }

    /** Turns {@code gradient} into {@code a gradient + b x + d}, a channel each. */
    private static void combine(Tape tape, Variable x, INDArray gradient, double[] a, double[] b, double[] d) {
        ArrayPool pool = tape.pool();
        INDArray g = flat(gradient);
        multiplyRows(pool, g, a, g);
        addRows(pool, g, d, g);
        if (x.disposable()) {
            multiplyRows(pool, flat(x.value()), b, flat(x.value()));
            Native.axpy(1.0, x.value(), gradient);
        } else {
            Block scratch = pool.take(x.shape());
            multiplyRows(pool, flat(x.value()), b, flat(scratch.array(x.shape())));
            Native.axpy(1.0, scratch.array(x.shape()), gradient);
            pool.release(scratch);
        }
    }

    private static void multiplyRows(ArrayPool pool, INDArray rows, double[] channels, INDArray out) {
        Block factors = rows(pool, channels, rows.size(0) / channels.length);
        Native.multiply(rows, factors.array(rows.size(0), 1), out);
        pool.release(factors);
    }

    private static void addRows(ArrayPool pool, INDArray rows, double[] channels, INDArray out) {
        Block terms = rows(pool, channels, rows.size(0) / channels.length);
        Native.add(rows, terms.array(rows.size(0), 1), out);
        pool.release(terms);
    }

    /** One value a channel, repeated for each image: {@code [N*C]}. */
    private static Block rows(ArrayPool pool, double[] channels, long images) {
        float[] values = new float[(int) (channels.length * images)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) channels[i % channels.length];
        }
        Block block = pool.take(values.length);
        Floats.write(values, block.array(values.length));
        return block;
    }

    private static long[] factorShape(Variable x) {
        return new long[]{x.size(0) * x.size(1), 1};
    }

    private static INDArray flat(INDArray images) {
        return Views.reshaped(images, images.size(0) * images.size(1), images.size(2) * images.size(3));
    }

    private static void put(double[] values, INDArray into) {
        for (int c = 0; c < values.length; c++) {
            into.putScalar(c, values[c]);
        }
    }
}
