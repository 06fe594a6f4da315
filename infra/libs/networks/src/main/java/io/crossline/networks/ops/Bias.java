package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** A value added to every pixel of a channel, {@code [C]}; null where there is none. */
final class Bias {

    private Bias() {}

    /** Adds to {@code [N, C, H, W]} in place. */
    static void add(INDArray images, Variable bias) {
        if (bias != null) {
            Native.addToChannels(images, bias.value());
        }
    }

    static void gradient(Tape tape, INDArray imageGradient, Variable bias) {
        if (bias != null && bias.differentiable()) {
            try (Sink toBias = tape.sink(bias)) {
                double[] sums = Channels.sum(tape.pool(), imageGradient);
                for (int c = 0; c < sums.length; c++) {
                    toBias.array().putScalar(c, sums[c]);
                }
            }
        }
    }
}
