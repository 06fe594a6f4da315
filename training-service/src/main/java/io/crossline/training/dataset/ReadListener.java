package io.crossline.training.dataset;

/** Told while images are read, in the reading thread. An exception thrown here ends the reading. */
@FunctionalInterface
public interface ReadListener {

    /**
     * @param images taken so far
     * @param fraction of the offsets passed, 0 to 1
     */
    void read(int images, double fraction);

    static ReadListener none() {
        return (images, fraction) -> {
        };
    }
}
