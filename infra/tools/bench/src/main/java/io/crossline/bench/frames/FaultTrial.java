package io.crossline.bench.frames;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.Images;
import io.crossline.monitoring.frames.FrameFinding;
import io.crossline.monitoring.frames.FrameInspector;

/** Lets an inspector see a line's good frames, with spoilt ones among them or without. */
final class FaultTrial {

    /** Good frames before the first fault. */
    static final int BEFORE = 300;
    /** Good frames between two faults. */
    private static final int BETWEEN = 20;
    private static final int LASTS = 20;
    private static final int FAULTS = 200;
    private static final double NANOS = 1e3;

    private final FrameStream stream;

    FaultTrial(FrameStream stream) {
        this.stream = stream;
    }

    /** How many spoilt frames there were, how many of them were missed, and how many were marked by another check. */
    record Found(int all, int missed, int otherwise) {}

    /** Marks on good frames, by check. */
    Map<FrameCheck, Integer> falseMarks() {
        Map<FrameCheck, Integer> marks = new TreeMap<>();
        new FrameInspector().inspect(stream.images()).stream().flatMap(Optional::stream)
                .forEach(finding -> marks.merge(finding.check(), 1, Integer::sum));
        return marks;
    }

    /** Microseconds for one frame; the fastest of several passes. */
    double cost() {
        double least = Double.MAX_VALUE;
        for (int pass = 0; pass < 10; pass++) {
            long start = System.nanoTime();
            new FrameInspector().inspect(stream.images());
            least = Math.min(least, (System.nanoTime() - start) / NANOS / stream.images().count());
        }
        return least;
    }

    /** Good frames come again from the first where there are too few. */
    Found with(Fault fault, long seed) {
        Images good = stream.images();
        Random random = new Random(seed);
        FrameInspector inspector = new FrameInspector();
        int at = 0;
        byte[] before = null;
        for (; at < BEFORE; at++) {
            before = good.image(at % good.count());
            inspector.inspect(stream.frame(before));
        }
        int all = 0;
        int missed = 0;
        int otherwise = 0;
        while (all < FAULTS) {
            for (int run = 0; run < (fault.lasts() ? LASTS : 1); run++) {
                byte[] spoilt = fault.spoil(good.image(at++ % good.count()), before, good.shape(), random);
                List<Optional<FrameFinding>> found = inspector.inspect(stream.frame(spoilt));
                if (!fault.lasts() || run >= FrameInspector.EQUAL_FRAMES - 2) {
                    all++;
                    missed += found.get(0).isEmpty() ? 1 : 0;
                    otherwise += found.get(0).filter(one -> one.check() != fault.check()).isPresent() ? 1 : 0;
                }
            }
            for (int i = 0; i < BETWEEN; i++) {
                before = good.image(at++ % good.count());
                inspector.inspect(stream.frame(before));
            }
        }
        return new Found(all, missed, otherwise);
    }
}
