package io.crossline.evaluation.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the loop may open a cycle now. */
public final class AdaptationPolicy {

    private AdaptationPolicy() {}

    /**
     * @param newestClosed when the line's last cycle ended, or null
     * @param openedToday cycles that the loop opened in the last 24 hours
     * @param images captured images that a job could learn from, at least
     * @return why not, in words; empty where it may
     */
    public static Optional<String> refusal(LoopSettings settings, Instant newestClosed, int openedToday, int images,
            Instant now) {
        if (!settings.enabled()) {
            return Optional.of("the loop is off for this line");
        }
        if (settings.pinned()) {
            return Optional.of("the champion is pinned");
        }
        if (newestClosed != null && Duration.between(newestClosed, now).compareTo(settings.cooldown()) < 0) {
            return Optional.of("the last cycle ended less than " + settings.cooldown().toSeconds() + " s ago");
        }
        if (openedToday >= settings.budgetPerDay()) {
            return Optional.of("the loop opened " + openedToday + " cycles in 24 hours, the budget is "
                    + settings.budgetPerDay());
        }
        if (images < settings.minImages()) {
            return Optional.of("there are " + images + " images to learn from, " + settings.minImages()
                    + " are needed");
        }
        return Optional.empty();
    }
}
