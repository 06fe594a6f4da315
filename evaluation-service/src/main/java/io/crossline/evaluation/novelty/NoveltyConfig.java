package io.crossline.evaluation.novelty;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How images of unknown kinds are looked for. */
@ConfigMapping(prefix = "crossline.novelty")
public interface NoveltyConfig {

    /** Whether images of unknown kinds are marked. */
    @WithDefault("true")
    boolean enabled();

    /** Greatest expected share of known images among those marked. */
    @WithDefault("0.05")
    @DecimalMin("0.001")
    @DecimalMax("0.5")
    double rate();

    /** Newest images of a line that the rate is held over. */
    @WithDefault("100")
    @Min(20)
    @Max(2000)
    int windowImages();

    /** Marked images without a name that are kept for each line; the oldest leave first. */
    @WithDefault("500")
    @Min(10)
    @Max(5000)
    int kept();

    /** Fewest images that a person gave the same new name before a model learns it as a class. */
    @WithDefault("5")
    @Min(1)
    @Max(1000)
    int leastExamples();

    /** Most of a job's target images that are left out of it since they were served as unknown, as a share; 0 leaves out none. */
    @WithDefault("0.1")
    @DecimalMin("0")
    @DecimalMax("0.5")
    double leftOutShare();
}
