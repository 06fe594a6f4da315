package io.crossline.evaluation.store;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long rows are kept that come with every batch. What people did and which models served is kept for good. */
@ConfigMapping(prefix = "crossline.retention")
public interface RetentionConfig {

    /** Predictions, of batches in numbers and of parts that have an id, and unusable frames; the images that the loop adapts to are found by them. */
    @WithDefault("90d")
    @DurationMin(hours = 1)
    Duration predictions();

    /** Windows of images with their p-values and estimates. */
    @WithDefault("365d")
    @DurationMin(hours = 1)
    Duration windows();

    /** How often old rows are looked for. */
    @WithDefault("1h")
    String interval();
}
