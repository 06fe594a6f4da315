package io.crossline.networks.backend;

import org.nd4j.common.config.ND4JClassLoading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the backend of this process. */
public final class Backends {

    /** Name of the setting whether a build with CUDA may compute on the CPU where it cannot compute on a GPU. */
    public static final String CPU_FALLBACK = "crossline.numerics.cpu-fallback";

    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
    private static final String CUDA_PROVIDER = "org.nd4j.linalg.jcublas.JCublasBackend";
    private static final String CPU_PROVIDER = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";

    private static Backend chosen;

    private Backends() {}

    /**
     * Decides once a process, before anything has touched ND4J, and logs it; later calls return the same. Where the build
     * has no CUDA, it is the CPU, and ND4J is left alone.
     *
     * @param cpuFallback whether the CPU may stand in for a GPU that cannot be used
     * @throws NoUsableGpuException if it may not; the message is a sentence for people
     */
    public static synchronized Backend choose(boolean cpuFallback) throws NoUsableGpuException {
        if (chosen == null) {
            GpuProbe probe = new CudaRuntime();
            Backend backend = new BackendDecision(probe).decide(cpuFallback);
            if (probe.inBuild()) {
                ND4JClassLoading.setNd4jClassloader(new OneBackendLoader(ND4JClassLoading.getNd4jClassloader(),
                        backend.isGpu() ? CUDA_PROVIDER : CPU_PROVIDER));
            }
            log(backend);
            chosen = backend;
        }
        return chosen;
    }

    private static void log(Backend backend) {
        if (backend.whyNotGpu() == null) {
            LOG.info(backend.toString());
        } else {
            LOG.warn(backend.toString());
        }
    }
}
