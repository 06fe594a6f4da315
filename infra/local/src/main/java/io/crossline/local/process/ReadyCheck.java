package io.crossline.local.process;

/** Asks a process whether it is ready. */
@FunctionalInterface
public interface ReadyCheck {

    /** @param pid of the process */
    boolean isReady(long pid) throws InterruptedException;
}
