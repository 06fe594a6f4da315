package io.crossline.networks.backend;

import java.util.List;

/** What this machine has to compute on besides its CPU. */
interface GpuProbe {

    /** Whether this build can compute on GPUs at all. */
    boolean inBuild();

    /**
     * The GPUs that this process may see, at least one.
     *
     * @throws NoUsableGpuException if there is none, or no driver or CUDA runtime to ask
     */
    List<Gpu> gpus() throws NoUsableGpuException;

    /**
     * Loads the libraries that computing on a GPU needs; takes seconds.
     *
     * @throws NoUsableGpuException if one is missing
     */
    void loadLibraries() throws NoUsableGpuException;
}
