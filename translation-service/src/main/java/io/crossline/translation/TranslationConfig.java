package io.crossline.translation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the translation, all with defaults. */
@ConfigMapping(prefix = "crossline.translation")
public interface TranslationConfig {

    /** Whether labelled training batches that arrive after a generator was accepted are translated as they come. */
    @WithDefault("true")
    boolean live();

    /** Translated batches that may be on their way to the broker at a time. */
    @WithDefault("8")
    @Min(1)
    @Max(64)
    int inFlight();

    /** Generators kept in memory; the one that was not used for the longest time makes room. */
    @WithDefault("2")
    @Min(1)
    @Max(32)
    int loadedGenerators();
}
