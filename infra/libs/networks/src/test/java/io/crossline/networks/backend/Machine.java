package io.crossline.networks.backend;

import java.util.List;

/** A machine as a test wants it. */
final class Machine implements GpuProbe {

    private final List<Gpu> gpus;
    private final String noGpus;
    private boolean inBuild = true;
    private String missing;
    boolean loaded;

    private Machine(List<Gpu> gpus, String noGpus) {
        this.gpus = gpus;
        this.noGpus = noGpus;
    }

    static Machine of(Gpu... gpus) {
        return new Machine(List.of(gpus), null);
    }

    static Machine without(String reason) {
        return new Machine(List.of(), reason);
    }

    Machine withoutCudaInBuild() {
        inBuild = false;
        return this;
    }

    Machine missing(String library) {
        missing = library;
        return this;
    }

    @Override
    public boolean inBuild() {
        return inBuild;
    }

    @Override
    public List<Gpu> gpus() throws NoUsableGpuException {
        if (noGpus != null) {
            throw new NoUsableGpuException(noGpus);
        }
        return gpus;
    }

    @Override
    public void loadLibraries() throws NoUsableGpuException {
        if (missing != null) {
            throw new NoUsableGpuException(CudaFailure.reason(new UnsatisfiedLinkError("/cache/libjnind4jcuda.so: "
                    + missing + ": cannot open shared object file: No such file or directory")));
        }
        loaded = true;
    }
}
