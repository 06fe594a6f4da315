package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import io.crossline.contracts.FrameCheck;

/**
 * Tells whether unusable frames of one line are a fault of its camera. A fault begins with a run of them, or a share of the newest frames; it
 * ends below half of that share. Whether one from before goes on is not known until the window is full.
 */
final class FrameAlarm {

    private final int window;
    private final double share;
    private final int longestRun;
    /** Of the newest frames, in their order: the check, or null. */
    private final Deque<Frame> newest = new ArrayDeque<>();
    private int unusable;
    private int run;
    private Instant runSince;
    private Instant since;
    private long frames;

    /**
     * @param window newest frames whose share counts
     * @param share of unusable ones from which on there is a fault
     * @param longestRun unusable frames in a row from which on there is one
     */
    FrameAlarm(int window, double share, int longestRun) {
        this.window = window;
        this.share = share;
        this.longestRun = longestRun;
    }

    private record Frame(FrameCheck check, Instant at) {}

    /** @param check null for a usable frame */
    void add(FrameCheck check, Instant at) {
        newest.add(new Frame(check, at));
        unusable += check == null ? 0 : 1;
        if (newest.size() > window) {
            unusable -= newest.remove().check() == null ? 0 : 1;
        }
        if (check == null) {
            run = 0;
        } else if (run++ == 0) {
            runSince = at;
        }
        boolean isShare = newest.size() >= window
                && unusable >= share * window;
        if (since != null) {
            frames += check == null ? 0 : 1;
            if (run == 0 && unusable < share / 2 * window) {
                since = null;
            }
        } else if (isShare) {
            begin(newest.stream().filter(frame -> frame.check() != null).findFirst().orElseThrow().at(), unusable);
        } else if (run >= longestRun) {
            begin(runSince, run);
        }
    }

    private void begin(Instant first, int known) {
        since = first;
        frames = known;
    }

    /** Empty where there is none. */
    Optional<CameraFault> fault() {
        if (since == null) {
            return Optional.empty();
        }
        Map<FrameCheck, Integer> counts = new EnumMap<>(FrameCheck.class);
        newest.stream().filter(frame -> frame.check() != null)
                .forEach(frame -> counts.merge(frame.check(), 1, Integer::sum));
        return counts.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue))
                .map(most -> new CameraFault(most.getKey(), since, frames));
    }

    /** Whether enough frames came to say that there is no fault. */
    boolean isKnown() {
        return newest.size() >= window;
    }
}
