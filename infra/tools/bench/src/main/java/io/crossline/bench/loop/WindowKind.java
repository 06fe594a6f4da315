package io.crossline.bench.loop;

import io.crossline.datasets.simulator.ClassMix;
import io.crossline.datasets.simulator.LineProfile;

/**
 * A way in which a line's images may differ from what its model was trained on.
 *
 * @param name such as {@code "light 0.05"}
 * @param group what kinds of different sizes have in common, such as {@code "light"}
 * @param change whether the camera, the lamp, the place or the parts changed; if not, the model need not be adapted
 * @param profile of the line
 * @param mix of its classes
 * @param frames what its camera delivers
 */
record WindowKind(String name, String group, boolean change, LineProfile profile, ClassMix mix, Frames frames) {

    /** Of a camera that shows the parts. */
    WindowKind(String name, String group, boolean change, LineProfile profile, ClassMix mix) {
        this(name, group, change, profile, mix, Frames.PARTS);
    }
}
