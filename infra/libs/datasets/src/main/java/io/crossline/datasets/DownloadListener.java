package io.crossline.datasets;

/** Hears a few times a second how far a download is, grown or not. May throw to end it. */
@FunctionalInterface
public interface DownloadListener {

    /** @param total bytes of the file, or -1 where the server does not say */
    void downloaded(String file, long bytes, long total);
}
