package io.crossline.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.backend.Backend;

/**
 * The numerics that this process computes with.
 *
 * @param backend the CPU or a GPU
 * @param threads of one operation at most
 * @param version of ND4J
 */
public record Numerics(Backend backend, int threads, String version) {

    /**
     * Loads the native libraries, which takes seconds, by computing something small.
     *
     * @throws IllegalStateException if it comes out wrong, or ND4J took another backend than the one chosen
     */
    public static Numerics load(Backend backend) {
        try (INDArray ones = Nd4j.ones(8, 8); INDArray product = ones.mmul(ones)) {
            if (product.getDouble(0, 0) != 8) {
                throw new IllegalStateException(
                        "ND4J computes wrongly: 8 x 1 x 1 gave " + product.getDouble(0, 0) + ", expected 8");
            }
        }
        if (Nd4j.getEnvironment().isCPU() == backend.isGpu()) {
            throw new IllegalStateException("ND4J took " + Nd4j.getBackend() + ", not " + backend.id());
        }
        return new Numerics(backend, Nd4j.getEnvironment().maxThreads(),
                Nd4j.class.getPackage().getImplementationVersion());
    }

    /** One sentence for people. */
    @Override
    public String toString() {
        return "ND4J" + (version == null ? "" : " " + version) + " computes on the " + (backend.isGpu() ? "GPU" : "CPU")
                + " with up to "
                + threads + " threads";
    }
}
