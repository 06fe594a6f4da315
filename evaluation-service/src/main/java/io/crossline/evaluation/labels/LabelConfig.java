package io.crossline.evaluation.labels;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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

    /**
     * Share of these, 0 to 1, that are drawn at random instead of chosen; rounded, at least one image where it is above 0. They prove
     * how right the model is.
     */
    @WithDefault("0.25")
    @DecimalMin("0")
    @DecimalMax("1")
    double auditShare();

    /** Most images that wait for a label, for each line; the oldest leave first. */
    @WithDefault("100")
    @Min(1)
    @Max(1000)
    int queue();
}
