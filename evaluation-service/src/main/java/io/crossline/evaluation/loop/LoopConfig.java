package io.crossline.evaluation.loop;

import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.crossline.contracts.Method;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the loop treats lines that nobody has set otherwise. */
@ConfigMapping(prefix = "crossline.loop")
public interface LoopConfig {

    /** Whether the loop asks for adaptations without a person. */
    @WithDefault("true")
    boolean enabled();

    /** Least time from the end of one cycle of a line to the next that the loop opens. */
    @WithDefault("PT10M")
    Duration cooldown();

    /** Most cycles of a line in 24 hours that the loop opens. */
    @WithDefault("12")
    @Min(0)
    @Max(10000)
    int budgetPerDay();

    /**
     * How much less accurate than on its source line's test images a champion may be, as estimated in each of as many windows in a
     * row as confirm a drift, before it is adapted without one; 1 for however much.
     */
    @WithDefault("0.08")
    @DecimalMin("0")
    @DecimalMax("1")
    double acceptedLoss();

    /** Fewest captured images that a job may learn from. */
    @WithDefault("400")
    @Min(50)
    @Max(100000)
    int minImages();

    /** Most of them, the newest. */
    @WithDefault("2000")
    @Min(50)
    @Max(100000)
    int maxImages();

    /** Method of the jobs. */
    @WithDefault("teacher")
    Method method();

    /** Method of the jobs for a line whose mix of classes people told: its labels are given under that mix. */
    @WithDefault("self-training")
    Method methodWithMix();

    /** Preset of the jobs: hyperparameters for few steps from the serving model. */
    @WithDefault("adapt")
    String preset();

    /** Most earlier champions of a line, the newest, that are tried at the gate before a job is asked for; 0 tries none. */
    @WithDefault("3")
    @Min(0)
    @Max(20)
    int earlierChampions();

    /** Batches that a candidate predicts beside the champion before it may serve. */
    @WithDefault("4")
    @Min(1)
    @Max(1000)
    int shadowBatches();

    /** Windows after a promotion in which a falling estimate rolls it back. */
    @WithDefault("3")
    @Min(1)
    @Max(1000)
    int probationWindows();

    /** Longest time from asking for a job to its model. */
    @WithDefault("PT6H")
    Duration jobPatience();

    /** Time between two looks at the open cycles. */
    @WithDefault("10s")
    Duration keeperInterval();

    /** Longest time that a candidate waits in shadow or on probation for images of a line that has gone silent. */
    @WithDefault("PT24H")
    Duration silencePatience();
}
