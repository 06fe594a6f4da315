package io.crossline.evaluation.gate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the gate looks at. */
@ConfigMapping(prefix = "crossline.gate")
public interface GateConfig {

    /** Newest captured images of the line that both models predict. */
    @WithDefault("400")
    @Min(50)
    @Max(5000)
    int images();

    /** Most labelled test images of the source line that both models predict. */
    @WithDefault("1000")
    @Min(50)
    @Max(20000)
    int sourceImages();
}
