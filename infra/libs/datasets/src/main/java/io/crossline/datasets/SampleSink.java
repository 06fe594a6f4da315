package io.crossline.datasets;

import java.nio.file.Path;

import io.crossline.contracts.ImagePart;

/** Takes the images of a split one after the other. Called from one thread. */
public interface SampleSink {

    /** Label of an image whose class is not known. */
    int UNLABELLED = -1;

    /** Whether to go on: false once a limit is reached or the reading was cancelled. */
    boolean wantsMore();

    /**
     * @param pixels uint8 {@code [H, W, C]} in the asked shape; the sink may keep the array
     * @param label index of the class, or {@link #UNLABELLED}
     */
    default void accept(byte[] pixels, int label) {
        accept(pixels, label, ImagePart.UNNAMED);
    }

    /**
     * An image of a part that is known. All tiles of a part follow one another.
     *
     * @param pixels uint8 {@code [H, W, C]} in the asked shape; the sink may keep the array
     * @param label index of the class, or {@link #UNLABELLED}
     */
    void accept(byte[] pixels, int label, ImagePart part);

    /** Told of each picture file of which images were made, before they are handed over. */
    default void made(Path file, MadePicture picture) {}

    /**
     * An item that is no good. The others go on.
     *
     * @param item the file, or the file and line
     * @param reason what is wrong with it and what was expected
     */
    void reject(String item, String reason);
}
