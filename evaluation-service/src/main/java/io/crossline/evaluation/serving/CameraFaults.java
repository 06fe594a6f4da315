package io.crossline.evaluation.serving;

/** Which lines' cameras have a fault, as the database remembers it. */
public interface CameraFaults {

    /** @return whether the line had none before */
    boolean begin(String line, CameraFault fault);

    /** @return whether the line had one */
    boolean end(String line);
}
