package io.crossline.local.supervise;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a part that runs has not answered. Counted in questions and not in time, so that a machine that slept finds no
 * part silent when it wakes.
 */
final class Silence {

    /** Between two questions. */
    static final Duration PAUSE = Duration.ofSeconds(10);
    /** Unanswered questions after which a part is silent: a minute. */
    static final int SILENT = 6;
    /** And after which it has hung: three minutes. */
    static final int HUNG = 18;

    private Instant next = Instant.MIN;
    private int unanswered;

    /** Begins anew. */
    void forget() {
        next = Instant.MIN;
        unanswered = 0;
    }

    /** Asks the part if it is time. */
    void ask(RunningPart part, Instant now) throws InterruptedException {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        unanswered = part.answers() ? 0 : unanswered + 1;
    }

    boolean isSilent() {
        return unanswered >= SILENT;
    }

    boolean isHung() {
        return unanswered >= HUNG;
    }

    static long seconds(int questions) {
        return PAUSE.multipliedBy(questions).toSeconds();
    }
}
