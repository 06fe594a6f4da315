package io.crossline.datasets.ingestion;

/** Kafka takes no images, as it keeps the rest of its disk for everything else. Sending them again later may help. */
public class ImagesRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImagesRefusedException(Throwable cause) {
        super("The broker takes no images: its disk is nearly full, or this service may not write to the topic."
                + " Make room on the disk, then send the images again.", cause);
    }
}
