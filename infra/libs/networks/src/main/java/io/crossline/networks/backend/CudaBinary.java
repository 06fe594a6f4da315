package io.crossline.networks.backend;

import java.util.Map;

/**
 * What ND4J's CUDA binary has machine code for: 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6. Machine code runs on GPUs of
 * the same major compute capability and the same or a later minor one, so 8.6's serves 8.7 and 8.9 too. The binary has no
 * PTX, which a driver could translate for later majors: 9.0 and above have nothing to run.
 */
final class CudaBinary {

    static final String SERVED = "3.7 and 5.0 to 8.9";

    /** The earliest minor with machine code, for each major. */
    private static final Map<Integer, Integer> EARLIEST = Map.of(3, 7, 5, 0, 6, 0, 7, 0, 8, 0);

    private CudaBinary() {}

    static boolean serves(Gpu gpu) {
        Integer earliest = EARLIEST.get(gpu.major());
        return earliest != null && gpu.minor() >= earliest;
    }
}
