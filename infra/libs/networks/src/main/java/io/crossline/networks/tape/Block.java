package io.crossline.networks.tape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Native memory lent by an {@link ArrayPool}, seen in whatever shape is asked for. */
public final class Block {

    private final INDArray flat;
    /** Views cost native bookkeeping: each shape's is made once. */
    private final Map<ViewKey, INDArray> views = new HashMap<>();

    Block(INDArray flat) {
        this.flat = flat;
    }

    /** The memory as an array in C order; the product of {@code shape} is the block's length. */
    public INDArray array(long... shape) {
        return views.computeIfAbsent(new ViewKey(shape, null, 0), key -> flat.reshape('c', key.shape()));
    }

    /**
     * A part of the memory.
     *
     * @param strides elements between neighbours along each dimension
     * @param offset of the first element
     */
    public INDArray view(long[] shape, long[] strides, long offset) {
        return views.computeIfAbsent(new ViewKey(shape, strides, offset),
                key -> Nd4j.create(flat.data(), key.shape(), key.strides(), key.offset(), 'c'));
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

    /** @param strides null for C order */
    private record ViewKey(long[] shape, long[] strides, long offset) {
        @Override
        public boolean equals(Object other) {
            return other instanceof ViewKey that && Arrays.equals(shape, that.shape)
                    && Arrays.equals(strides, that.strides) && offset == that.offset;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(shape) + Arrays.hashCode(strides) + Long.hashCode(offset);
        }
    }
}
