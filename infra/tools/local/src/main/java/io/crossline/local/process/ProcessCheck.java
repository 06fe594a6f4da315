package io.crossline.local.process;

/** A question to a process, such as whether it is ready. */
@FunctionalInterface
public interface ProcessCheck {

    /** @param pid of the process */
    boolean holds(long pid) throws InterruptedException;
}
