package io.crossline.networks.ops;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** The largest pixel of each channel of an image: {@code [N, C, H, W]} to {@code [N, C]}. */
public final class GlobalMaximum {

    private GlobalMaximum() {}

    /** The gradient goes to the first of equal pixels. */
    public static Variable apply(Tape tape, Variable x) {
        long[] shape = {x.size(0), x.size(1)};
        int pixels = pixels(x);
        float[] values = Floats.read(x.value());
        int[] chosen = new int[values.length / pixels];
        float[] maxima = new float[chosen.length];
        for (int plane = 0; plane < chosen.length; plane++) {
            int best = plane * pixels;
            for (int i = best + 1; i < (plane + 1) * pixels; i++) {
                best = values[i] > values[best] ? i : best;
            }
            chosen[plane] = best;
            maxima[plane] = values[best];
        }
        return tape.result(written(tape, maxima, shape), shape, x.differentiable(), (y, gradient) -> {
            float[] ofPlanes = Floats.read(gradient);
            float[] ofPixels = new float[chosen.length * pixels];
            for (int plane = 0; plane < chosen.length; plane++) {
                ofPixels[chosen[plane]] = ofPlanes[plane];
            }
            try (Sink sink = tape.sink(x)) {
                Floats.write(ofPixels, sink.array());
            }
        });
    }

    private static int pixels(Variable x) {
        return Math.toIntExact(x.size(2) * x.size(3));
    }

    private static Block written(Tape tape, float[] values, long[] shape) {
        Block block = tape.pool().take(shape);
        Floats.write(values, block.array(shape));
        return block;
    }
}
