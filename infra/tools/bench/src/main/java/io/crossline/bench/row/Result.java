package io.crossline.bench.row;

/**
 * A measured row.
 *
 * @param peer null where there is none
 * @param floors what the machine allows, or null for the rows that stream
 */
public record Result(Row row, Side ours, Side peer, Floors floors) {

    /** Our time divided by the peer's, or null without a peer. */
    public Double ratio() {
        return peer == null ? null : row.unit().ratio(ours.median(), peer.median());
    }

    /** Whether the ratio is within the bar, or null without a peer. */
    public Boolean met() {
        return peer == null ? null : ratio() <= row.bar();
    }
}
