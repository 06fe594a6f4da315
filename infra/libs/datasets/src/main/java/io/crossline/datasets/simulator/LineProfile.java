package io.crossline.datasets.simulator;

/**
 * How one line lights, carries and photographs its parts at one moment.
 *
 * @param wear of the line's tools, 0 (new) to 1: chatter marks and grime on the part, dull edges, dirt on the belt
 */
public record LineProfile(Lighting light, Camera camera, Pose pose, Belt belt, double wear) {

    public LineProfile {
        Bounds.check("wear", wear, 0, 1);
    }

    /** The profile a fraction {@code t}, 0 to 1, of the way to {@code other}; every value moves in a straight line. */
    public LineProfile towards(LineProfile other, double t) {
        Bounds.check("t", t, 0, 1);
        return new LineProfile(light.towards(other.light, t), camera.towards(other.camera, t),
                pose.towards(other.pose, t), belt.towards(other.belt, t), Bounds.between(wear, other.wear, t));
    }
}
