package io.crossline.evaluation.serving;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How drift is looked for. */
@ConfigMapping(prefix = "crossline.drift")
public interface DriftConfig {

    /** Captured images that make up a window. */
    @WithDefault("200")
    @Min(50)
    @Max(2000)
    int windowImages();

    /** Most images of the model's training that windows are compared with. */
    @WithDefault("2000")
    @Min(100)
    @Max(20000)
    int referenceImages();

    /** Share of windows without drift that may be called drifted. */
    @WithDefault("0.01")
    @DecimalMin("0.0001")
    @DecimalMax("0.5")
    double falseAlarmRate();

    /** Drifted windows in a row that confirm a drift. */
    @WithDefault("2")
    @Min(1)
    @Max(20)
    int confirmations();
}
