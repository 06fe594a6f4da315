package io.crossline.evaluation.mix;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the estimate of a line's mix of classes looks at. */
@ConfigMapping(prefix = "crossline.mix")
public interface MixConfig {

    /** Newest captured images of the line; two windows by default. */
    @WithDefault("400")
    @Min(50)
    @Max(5000)
    int images();

    /** Most labelled test images of the source line. */
    @WithDefault("1000")
    @Min(50)
    @Max(20000)
    int sourceImages();
}
