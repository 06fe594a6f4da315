package io.crossline.evaluation.labels;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many images people are asked about. */
@ConfigMapping(prefix = "crossline.labels")
public interface LabelConfig {

    /** Images of a window that join the line's queue; 0 asks about none. */
    @WithDefault("8")
    @Min(0)
    @Max(100)
    int perWindow();

    /** Most images that wait for a label, for each line; the oldest leave first. */
    @WithDefault("100")
    @Min(1)
    @Max(1000)
    int queue();
}
