package io.crossline.contracts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which frames a training leaves out as unusable: those that a check marks which is on for their line.
 *
 * @param sourceOff checks that the source line does without
 * @param targetOff checks that the target line does without
 */
public record FrameChecks(Set<FrameCheck> sourceOff, Set<FrameCheck> targetOff) {

    public FrameChecks {
        sourceOff = ordered(Require.present("sourceOff", sourceOff));
        targetOff = ordered(Require.present("targetOff", targetOff));
    }

    /** The same in the order of the checks. */
    static Set<FrameCheck> ordered(Set<FrameCheck> checks) {
        return checks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(checks));
    }
}
