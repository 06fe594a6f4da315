package io.crossline.local.supervise;

import java.io.IOException;

/** Starts a part. */
@FunctionalInterface
public interface PartStart {

    /**
     * May be called again after the part has ended.
     *
     * @throws IOException if it cannot be started
     */
    RunningPart start() throws IOException;
}
