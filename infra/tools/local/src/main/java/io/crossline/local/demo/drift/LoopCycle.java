package io.crossline.local.demo.drift;

import java.time.Instant;
import java.util.List;

/**
 * One turn of the loop, as the evaluation service tells it.
 *
 * @param trigger drift, estimate or person
 * @param champion the model that served when it was opened
 * @param candidate the model that is being trained, or null
 * @param outcome KEPT, ROLLED_BACK, REFUSED, FAILED or EXPIRED; null while the cycle is open
 * @param gate null before the candidate was there
 */
record LoopCycle(String cycleId, String trigger, String by, String reason, String champion, String candidate,
        String state, String outcome, String detail, Gate gate, Instant openedAt, Instant changedAt,
        Instant closedAt) {

    /** @param verdict ACCEPTED or REFUSED */
    record Gate(String verdict, String reason, List<Validator> validators) {

        Gate {
            validators = validators == null ? List.of() : List.copyOf(validators);
        }

        boolean accepted() {
            return "ACCEPTED".equals(verdict);
        }

        long votesForCandidate() {
            return validators.stream().filter(validator -> "candidate".equals(validator.vote())).count();
        }
    }

    /** @param vote candidate, champion or none */
    record Validator(String name, String vote) {}
}
