package io.crossline.datasets.simulator;

/**
 * Where the part lies under the camera, and how much that differs from part to part.
 *
 * @param rotationDegrees mean rotation, counter-clockwise, -45 to 45
 * @param scale mean size, 0.6 to 1.25; at 1 the part fills 78 % of the image's shorter side
 * @param offsetX mean shift to the right, fraction of the shorter side, -0.2 to 0.2
 * @param offsetY mean shift down, fraction of the shorter side, -0.2 to 0.2
 * @param jitter how loosely parts lie, 0 to 3; 1 is a standard deviation of 1.5 degrees, 0.8 % size and 0.8 % shift
 */
public record Pose(double rotationDegrees, double scale, double offsetX, double offsetY, double jitter) {

    public Pose {
        Bounds.check("pose.rotationDegrees", rotationDegrees, -45, 45);
        Bounds.check("pose.scale", scale, 0.6, 1.25);
        Bounds.check("pose.offsetX", offsetX, -0.2, 0.2);
        Bounds.check("pose.offsetY", offsetY, -0.2, 0.2);
        Bounds.check("pose.jitter", jitter, 0, 3);
    }

    Pose towards(Pose other, double t) {
        return new Pose(Bounds.between(rotationDegrees, other.rotationDegrees, t),
                Bounds.between(scale, other.scale, t), Bounds.between(offsetX, other.offsetX, t),
                Bounds.between(offsetY, other.offsetY, t), Bounds.between(jitter, other.jitter, t));
    }
}
