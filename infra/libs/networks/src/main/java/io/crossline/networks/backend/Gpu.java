package io.crossline.networks.backend;

/**
 * A graphics processor, as CUDA describes it.
 *
 * @param index in CUDA's count, from 0
 * @param name such as {@code NVIDIA A10}
 * @param major first part of the compute capability: the 8 of 8.6
 * @param minor second part of the compute capability: the 6 of 8.6
 */
public record Gpu(int index, String name, int major, int minor) {

    @Override
    public String toString() {
        return "GPU " + index + ", " + name + " (compute capability " + major + "." + minor + ")";
    }
}
