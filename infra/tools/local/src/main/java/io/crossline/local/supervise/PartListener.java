package io.crossline.local.supervise;

/** Hears of every change of a part; called by the thread that has changed it. */
@FunctionalInterface
public interface PartListener {

    /** @param death how the part ended, with its last words, where that is the change; else empty */
    void changed(PartStatus status, String death);
}
