package io.crossline.networks.backend;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the numerics compute on.
 *
 * @param gpus in CUDA's order; none means the CPU
 * @param whyNotGpu part of a sentence: why a build with CUDA computes on the CPU; else null
 */
public record Backend(List<Gpu> gpus, String whyNotGpu) {

    static final Backend CPU = new Backend(List.of(), null);

    public Backend {
        gpus = List.copyOf(gpus);
    }

    public boolean isGpu() {
        return !gpus.isEmpty();
    }

    /** How manifests and health checks name it: {@code cpu}, or {@code cuda} with the device's name. */
    public String id() {
        return isGpu()
                ? "cuda (" + gpus.stream().map(Gpu::name).distinct().collect(Collectors.joining(", ")) + ")"
                : "cpu";
    }

    /** One sentence for people. */
    @Override
    public String toString() {
        if (isGpu()) {
            return "Computing on "
                    + gpus.stream().map(Gpu::toString).collect(Collectors.joining(", and on ")) + ".";
        }
        return "Computing on the CPU" + (whyNotGpu == null ? "." : ", because " + whyNotGpu + ".");
    }
}
