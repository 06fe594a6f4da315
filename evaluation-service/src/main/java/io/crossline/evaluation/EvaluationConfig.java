package io.crossline.evaluation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the evaluation, all with defaults. */
@ConfigMapping(prefix = "crossline.evaluation")
public interface EvaluationConfig {

    /** What this deployment does. Every role answers REST and relays the outbox. */
    @WithDefault("all")
    Role role();

    /** Bins of the expected calibration error; 15 in Guo et al. 2017. */
    @WithDefault("15")
    @Min(1)
    @Max(1000)
    int calibrationBins();

    /** Images per line in the projection of the features. */
    @WithDefault("500")
    @Min(2)
    @Max(5000)
    int projectionImages();

    /**
     * Whether a source-only classifier is rejected that is not clearly above the commonest class on its own line's test images, and with it what is
     * adapted from it, so that they serve no line. Tests with untrained models switch it off.
     */
    @WithDefault("true")
    boolean aboveCommonestClass();

    /**
     * Partitions of captured images whose batches are predicted at the same time. A line's batches are in one partition and stay in order. More than
     * the topic has partitions are of no use; lines with the same model take turns at it.
     */
    @WithDefault("2")
    @Min(1)
    @Max(16)
    int partitionsAtOnce();

    Generator generator();

    /** When generators are good enough to translate training images. */
    interface Generator {

        /** Images per line that the check translates. */
        @WithDefault("64")
        @Min(2)
        @Max(1024)
        int images();

        /**
         * Greatest mean cycle reconstruction error, as the cycle-consistency loss counts it: mean absolute difference of
         * images in -1..1, so from 0 to 2. A trained pair is below 0.2, fresh parameters are near 1.
         */
        @WithDefault("0.5")
        @DecimalMin("0.0")
        @DecimalMax("2.0")
        double maxCycleError();

        /**
         * Smallest spread of the translated images, as a share of the originals' spread. Spread is the standard
         * deviation of a pixel across images, averaged over the pixels: a generator that has collapsed to one picture
         * has none.
         */
        @WithDefault("0.1")
        @DecimalMin("0.0")
        @DecimalMax("1.0")
        double minSpread();
    }
}
