package io.crossline.evaluation.loop;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.evaluation.JudgingElsewhere;
import io.crossline.evaluation.loop.CycleState.Outcome;
import io.quarkus.scheduler.Scheduled;

/**
 * Looks after open cycles: goes on with those that the service ended before it had begun, and closes what waited too long.
 */
@ApplicationScoped
public class CycleKeeper {

    private static final Logger LOG = Logger.getLogger(CycleKeeper.class);

    private final Cycles cycles;
    private final CycleOpener opener;
    private final LoopConfig config;

    CycleKeeper(Cycles cycles, CycleOpener opener, LoopConfig config) {
        this.cycles = cycles;
        this.opener = opener;
        this.config = config;
    }

    @Scheduled(every = "{crossline.loop.keeper-interval:10s}", delayed = "{crossline.loop.keeper-interval:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = JudgingElsewhere.class)
    void look() {
        Instant now = Instant.now();
        for (Cycle cycle : cycles.allOpen()) {
            try {
                look(cycle, now);
            } catch (RuntimeException e) {
                LOG.warnf("The cycle of line %s is looked at again later: %s", cycle.line(), e.getMessage());
            }
        }
    }

    private void look(Cycle cycle, Instant now) {
        Duration patience = cycle.state() == CycleState.OPENED || cycle.state() == CycleState.TRAINING
                ? config.jobPatience()
                : config.silencePatience();
        if (Duration.between(cycle.changedAt(), now).compareTo(patience) > 0) {
            expire(cycle);
        } else if (cycle.state() == CycleState.OPENED) {
            opener.begin(cycle);
        }
    }

    private void expire(Cycle cycle) {
        switch (cycle.state()) {
            case PROBATION -> cycles.close(cycle, Outcome.KEPT, Cycle.LOOP,
                    "The line went silent; nothing spoke against it.");
            case SHADOW -> cycles.close(cycle, Outcome.EXPIRED, Cycle.LOOP,
                    "The line went silent before the candidate had shown itself.");
            default -> cycles.close(cycle, Outcome.EXPIRED, Cycle.LOOP, "The job made no model in time.");
        }
    }
}
