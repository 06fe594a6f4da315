package io.crossline.bench.worker;

/** Takes the time. */
final class Stopwatch {

    private Stopwatch() {}

    static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
