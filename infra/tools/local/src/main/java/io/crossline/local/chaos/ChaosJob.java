package io.crossline.local.chaos;

import java.nio.file.Path;
import java.time.Duration;

import io.crossline.local.UserError;
import io.crossline.local.demo.DemoJob;

/**
 * What a run shall do; checked before anything is started.
 *
 * @param minutes how long faults go on, 1 to 240
 * @param seed determines the faults, the images and the trainings
 * @param json where the report goes, or null
 */
public record ChaosJob(int minutes, long seed, Path json) {

    private static final int LONGEST = 240;

    public ChaosJob {
        if (minutes < 1 || minutes > LONGEST) {
            throw new UserError("--minutes is %d: expected 1 to %d.".formatted(minutes, LONGEST));
        }
        if (json != null) {
            DemoJob.requireWritable("--json", json);
        }
    }

    Duration length() {
        return Duration.ofMinutes(minutes);
    }
}
