package io.crossline.evaluation.serving;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When unusable frames of a line are a fault of its camera. */
@ConfigMapping(prefix = "crossline.frames")
public interface FrameConfig {

    /** Newest frames of a line whose share of unusable ones counts. */
    @WithDefault("200")
    @Min(20)
    @Max(5000)
    int alarmWindow();

    /** Share of these from which on there is a fault; it ends below half of it. */
    @WithDefault("0.1")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double alarmShare();

    /** Unusable frames in a row from which on there is a fault. */
    @WithDefault("20")
    @Min(2)
    @Max(5000)
    int alarmRun();
}
