package io.crossline.bench.worker;

/** What one worker measures. */
@FunctionalInterface
interface Task {

    /** Prepares, warms up and answers rounds until no more is asked. */
    void run(Rounds rounds);
}
