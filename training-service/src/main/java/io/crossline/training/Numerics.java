package io.crossline.training;

import java.util.Locale;
import java.util.Properties;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The numerics that this process computes with.
 *
 * @param backend such as {@code cpu}
 * @param threads of one operation at most
 * @param version of ND4J
 */
public record Numerics(String backend, int threads, String version) {

    /** Loads the native libraries, which takes seconds, by computing something small. */
    public static Numerics load() {
        try (INDArray ones = Nd4j.ones(8, 8); INDArray product = ones.mmul(ones)) {
            if (product.getDouble(0, 0) != 8) {
                throw new IllegalStateException(
                        "ND4J computes wrongly: 8 x 1 x 1 gave " + product.getDouble(0, 0) + ", expected 8");
            }
        }
        Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
        String backend = environment.getProperty("backend", "unknown").toLowerCase(Locale.ROOT);
        return new Numerics(backend, Nd4j.getEnvironment().maxThreads(),
                Nd4j.class.getPackage().getImplementationVersion());
    }

    /** One sentence for people. */
    @Override
    public String toString() {
        return "ND4J" + (version == null ? "" : " " + version) + " computes on the " + backend + " with up to "
                + threads + " threads";
    }
}
