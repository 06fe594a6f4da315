package io.crossline.networks.tape;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Arrays in other shapes. A view holds native memory until the garbage collector has found it, so each is made once and
 * kept as long as its array: for arrays that are used again and again.
 */
public final class Views {

    /** By identity of the array, which the cache does not keep from being collected. */
    private static final Cache<INDArray, Map<View, INDArray>> VIEWS = Caffeine.newBuilder().weakKeys().build();

    private Views() {}

    /**
     * The same memory in C order.
     *
     * @throws org.nd4j.linalg.exception.ND4JIllegalStateException if the array's order asks for a copy
     */
    public static INDArray reshaped(INDArray array, long... shape) {
        return view(array, Kind.RESHAPED, shape, () -> array.reshape('c', true, shape));
    }

    /** Dimension i is the array's dimension {@code order[i]}. */
    public static INDArray permuted(INDArray array, int... order) {
        return view(array, Kind.PERMUTED, Arrays.stream(order).asLongStream().toArray(), () -> array.permute(order));
    }

    /** One of {@code shares} parts of about the same size along the first dimension. */
    public static INDArray share(INDArray array, int share, int shares) {
        return view(array, Kind.SHARE, new long[]{share, shares}, () -> array.get(NDArrayIndex
                .interval(array.size(0) * share / shares, array.size(0) * (share + 1) / shares)));
    }

    private static INDArray view(INDArray array, Kind kind, long[] dimensions, Supplier<INDArray> maker) {
        return VIEWS.get(array, key -> new ConcurrentHashMap<>()).computeIfAbsent(new View(kind, dimensions),
                key -> maker.get());
    }

    private enum Kind {
        RESHAPED, PERMUTED, SHARE
    }

    private record View(Kind kind, long[] dimensions) {

        @Override
        public boolean equals(Object other) {
            return other instanceof View that && kind == that.kind && Arrays.equals(dimensions, that.dimensions);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + Arrays.hashCode(dimensions);
        }
    }
}
