package io.crossline.evaluation.kept;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept when retention deletes captured images. */
@ConfigMapping(prefix = "crossline.kept")
public interface KeptConfig {

    /** Champions of each line whose images are kept, the present one first; an earlier one may come back. */
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int champions();

    /** How often new champions are looked for. It must be much shorter than the retention of captured images. */
    @WithDefault("30s")
    String interval();
}
