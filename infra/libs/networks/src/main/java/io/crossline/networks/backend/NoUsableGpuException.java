package io.crossline.networks.backend;

/** A build with CUDA cannot compute on a GPU here. */
public class NoUsableGpuException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason a part of a sentence for people, such as {@code there is no GPU} */
    public NoUsableGpuException(String reason) {
        super(reason);
    }
}
