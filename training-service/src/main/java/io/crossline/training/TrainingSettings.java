package io.crossline.training;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the service; their bounds are checked at start. */
@ConfigMapping(prefix = "crossline.training")
public interface TrainingSettings {

    /** Folder of the checkpoints: on a disk that outlives the process, so that a killed job goes on where it was. */
    @NotNull
    @WithDefault(".crossline/checkpoints")
    Path checkpoints();

    /** Longest time between two checkpoints: as much work is lost by a kill at most. */
    @DurationMin(seconds = 1)
    @WithDefault("20s")
    Duration checkpointInterval();

    /** Time between two progress events within an epoch. */
    @DurationMin(millis = 100)
    @WithDefault("2s")
    Duration progressInterval();

    /** How long a cyclegan job waits for the next translated batch before it fails. */
    @DurationMin(seconds = 1)
    @WithDefault("10m")
    Duration translationTimeout();

    /** How long a job waits for its parent model to appear once nothing is at work on it. */
    @DurationMin(seconds = 1)
    @WithDefault("30s")
    Duration parentTimeout();

    /** Test images of the source line that are scored about ten times in a training, at most. */
    @Min(1)
    @Max(1_000_000)
    @WithDefault("2000")
    int validationImages();

    /** How often a job may be begun again without a new checkpoint in between, before it is given up as crashing. */
    @Min(1)
    @Max(100)
    @WithDefault("3")
    int attempts();
}
