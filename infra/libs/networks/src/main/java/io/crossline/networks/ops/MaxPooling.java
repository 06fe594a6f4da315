package io.crossline.networks.ops;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Sink;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Maximum over windows of 2x2 pixels: {@code [N, C, H, W]} to {@code [N, C, H/2, W/2]}, an odd last row dropped. */
public final class MaxPooling {

    /** Kernel, stride, padding, dilation, VALID, unused, NCHW. */
    static final int[] ARGUMENTS = {2, 2, 2, 2, 0, 0, 1, 1, 0, 1, 0};

    private MaxPooling() {}

    public static Variable apply(Tape tape, Variable x) {
        long[] shape = {x.size(0), x.size(1), x.size(2) / 2, x.size(3) / 2};
        Block block = tape.pool().take(shape);
        maximum(x.value(), block.array(shape));
        return tape.result(block, shape, x.differentiable(), (y, gradient) -> {
            try (Sink toX = tape.sink(x)) {
                spread(x.value(), gradient, toX.array());
            }
        });
    }

    private static void maximum(INDArray x, INDArray y) {
        if (Heap.reaches(x)) {
            PoolingWindows.maximum(x, y);
        } else {
            Native.exec("maxpool2d", Native.arrays(x), Native.arrays(y), ARGUMENTS);
        }
    }

    private static void spread(INDArray x, INDArray gradient, INDArray toX) {
        if (Heap.reaches(x)) {
            PoolingWindows.spread(x, gradient, toX);
        } else {
            Native.exec("maxpool2d_bp", Native.arrays(x, gradient), Native.arrays(toX), ARGUMENTS);
        }
    }
}
