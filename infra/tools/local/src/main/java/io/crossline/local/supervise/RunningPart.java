package io.crossline.local.supervise;

import java.io.IOException;
import java.time.Duration;

/** A part that was started: a process of this machine. */
public interface RunningPart {

    /** Of the process that does the part's work. */
    long pid();

    boolean isAlive();

    /** Whether it does its work now; asks it. */
    boolean isReady() throws InterruptedException;

    /** Whether it answers at all, ready or not; one that is frozen does not. Asks it. */
    boolean answers() throws InterruptedException;

    /** How it ended, and what it said last; the first line is a sentence. Only when it is not alive. */
    String death();

    /** Asks the process to end, and ends it when it does not within {@code patience}; returns when it is gone. */
    void stop(Duration patience) throws IOException;
}
