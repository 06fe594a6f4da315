package io.crossline.datasets.simulator;

/**
 * How a line's profile changes while it runs. A line that does not change drifts from a profile to itself.
 *
 * @param images length of the drift, at least 1; a linear drift has arrived after that many, a sudden one jumps then
 */
public record Drift(LineProfile from, LineProfile to, Kind kind, int images) {

    /** Shape of the change over time. */
    public enum Kind {
        LINEAR, SUDDEN
    }

    public Drift {
        Bounds.check("drift.images", images, 1, Integer.MAX_VALUE);
    }

    /** No drift: the profile holds for good. */
    public static Drift none(LineProfile profile) {
        return new Drift(profile, profile, Kind.LINEAR, 1);
    }

    /** The profile under which the line takes its image number {@code position}, counted from 0. */
    public LineProfile at(long position) {
        double progress = Math.min(1, Math.max(0, position / (double) images));
        return from.towards(to, kind == Kind.LINEAR ? progress : Math.floor(progress));
    }

    /** Whether the profile changes at all. */
    boolean moves() {
        return !from.equals(to);
    }

    /** The same change over another number of images. */
    public Drift over(int otherImages) {
        return new Drift(from, to, kind, otherImages);
    }
}
