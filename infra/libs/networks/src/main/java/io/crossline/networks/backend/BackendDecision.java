package io.crossline.networks.backend;

import java.util.List;
import java.util.Optional;

/** The rule by which a backend is chosen. */
final class BackendDecision {

    private final GpuProbe probe;

    BackendDecision(GpuProbe probe) {
        this.probe = probe;
    }

    /**
     * The GPUs if the build and the machine have what it takes, else the CPU.
     *
     * @throws NoUsableGpuException if a build with CUDA would have to take the CPU and may not
     */
    Backend decide(boolean cpuFallback) throws NoUsableGpuException {
        if (!probe.inBuild()) {
            return Backend.CPU;
        }
        try {
            List<Gpu> gpus = probe.gpus();
            refuseUnserved(gpus);
            probe.loadLibraries();
            return new Backend(gpus, null);
        } catch (NoUsableGpuException e) {
            if (cpuFallback) {
                return new Backend(List.of(), e.getMessage());
            }
            throw new NoUsableGpuException("This service does not start, because " + e.getMessage() + ", and "
                    + Backends.CPU_FALLBACK + " is false.");
        }
    }

    /** All must be served: the native library hands the visible GPUs to threads in turn, whatever they are. */
    private static void refuseUnserved(List<Gpu> gpus) throws NoUsableGpuException {
        Optional<Gpu> unserved = gpus.stream().filter(gpu -> !CudaBinary.serves(gpu)).findFirst();
        if (unserved.isPresent()) {
            throw new NoUsableGpuException(unserved.get() + ", cannot run this build's CUDA code, which is for "
                    + CudaBinary.SERVED + (gpus.size() > 1 ? " (CUDA_VISIBLE_DEVICES can hide it)" : ""));
        }
    }
}
