package io.crossline.networks.tape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Native memory lent by an {@link ArrayPool}, seen in whatever shape is asked for. */
public final class Block {

    private final INDArray flat;
    /** Views cost native bookkeeping: each shape's is made once. */
    private final Map<ShapeKey, INDArray> views = new HashMap<>();

    Block(INDArray flat) {
        this.flat = flat;
    }

    /** The memory as an array in C order; the product of {@code shape} is the block's length. */
    public INDArray array(long... shape) {
        return views.computeIfAbsent(new ShapeKey(shape), key -> flat.reshape('c', key.shape()));
    }

    long length() {
        return flat.length();
    }

    void free() {
        views.clear();
        if (flat.closeable()) {
            flat.close();
        }
    }

    private record ShapeKey(long[] shape) {
        @Override
        public boolean equals(Object other) {
            return other instanceof ShapeKey that && Arrays.equals(shape, that.shape);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(shape);
        }
    }
}
