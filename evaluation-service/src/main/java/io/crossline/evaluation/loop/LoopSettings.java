package io.crossline.evaluation.loop;

import java.time.Duration;
import java.time.Instant;

/**
 * How the loop treats one line.
 *
 * @param enabled whether the loop opens cycles
 * @param pinned whether the champion stays, whatever the loop finds, until a person unpins it
 * @param cooldown least time from the end of a cycle to the next that the loop opens
 * @param budgetPerDay most cycles in 24 hours that the loop opens
 * @param acceptedLoss accuracy below the one measured that an estimate may tell without a cycle, 0 to 1; where costs are told, so much of
 *        the dearer error's cost
 * @param minImages fewest captured images that a job may learn from
 * @param shadowBatches batches that a candidate predicts in shadow
 * @param by who set it so last; null where it is the configuration's
 * @param reason why, or null
 * @param at when, or null
 */
public record LoopSettings(boolean enabled, boolean pinned, Duration cooldown, int budgetPerDay,
        double acceptedLoss, int minImages, int shadowBatches, String by, String reason, Instant at) {

    static LoopSettings of(LoopConfig config) {
        return new LoopSettings(config.enabled(), false, config.cooldown(), config.budgetPerDay(),
                config.acceptedLoss(), config.minImages(),
                config.shadowBatches(), null, null, null);
    }
}
