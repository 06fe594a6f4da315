package io.crossline.bench.process;

import java.util.ArrayList;
import java.util.List;

import io.crossline.bench.row.Side;

/** Lets two sides take turns, so that whatever else the machine does meets both alike. */
public final class Match {

    private Match() {}

    /**
     * @param ours what both gave
     * @param peer null where there was none
     */
    public record Sides(Side ours, Side peer) {}

    /** @param peer null where there is none */
    public static Sides play(MeasuredProcess ours, MeasuredProcess peer, int rounds) {
        List<Double> our = new ArrayList<>();
        List<Double> their = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            our.add(ours.run());
            if (peer != null) {
                their.add(peer.run());
            }
        }
        return new Sides(side(ours, our), peer == null ? null : side(peer, their));
    }

    private static Side side(MeasuredProcess contestant, List<Double> rounds) {
        return new Side(rounds, contestant.firstStepSeconds(), contestant.peakMemoryBytes());
    }
}
