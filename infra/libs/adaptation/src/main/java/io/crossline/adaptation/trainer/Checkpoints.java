package io.crossline.adaptation.trainer;

import java.time.Duration;
import java.util.Optional;

/** Keeps the newest state of one training run. */
public interface Checkpoints {

    /** State of the run when it was last saved, or empty when it never was. */
    Optional<byte[]> newest();

    /** Replaces the kept state: after a crash either the old or the new one is found, never a part. */
    void save(byte[] state);

    /** Longest time between two states. The end of the training is saved as well, and where it is cancelled. */
    default Duration interval() {
        return Duration.ofSeconds(20);
    }

    /** Keeps nothing: an interrupted run starts again. */
    static Checkpoints none() {
        return new Checkpoints() {
            @Override
            public Optional<byte[]> newest() {
                return Optional.empty();
            }

            @Override
            public void save(byte[] state) {
                // nothing is kept, as the factory method says
            }

            @Override
            public Duration interval() {
                return Duration.ofDays(365);
            }
        };
    }
}
