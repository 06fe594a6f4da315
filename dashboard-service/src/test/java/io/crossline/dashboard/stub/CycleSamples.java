package io.crossline.dashboard.stub;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.crossline.contracts.Method;

/** Turns of the target line's loop: one open, one kept, one refused by the gate, one rolled back, one failed. */
public final class CycleSamples {

    private static final String DANN = Samples.modelVersion(Method.DANN);
    private static final String SOURCE = Samples.modelVersion(Method.SOURCE);

    private CycleSamples() {}

    public static List<Object> all() {
        return List.of(training(), cycle(4, "drift", "drift watch", "blurred by 18 %", DANN, "teacher-90ab11c4", 0,
                "REFUSED", "the gate keeps the champion", disagreed(), 900),
                cycle(3, "person", "Grace", "a new shift labelled twenty pictures", SOURCE, DANN, 20, "KEPT",
                        "probation of 20 windows ended well", accepted(), 2400),
                cycle(2, "drift", "drift watch", "darker by 9 %", DANN, "coral-5a1c9f03", 0, "ROLLED_BACK",
                        "the estimate fell from 94.1 % to 85.0 % after promotion", accepted(), 5200),
                cycle(1, "drift", "drift watch", "moved to the left", SOURCE, null, 0, "FAILED",
                        "the trainer ran out of memory", null, 7600));
    }

    /** The open one, whose candidate is being trained. */
    public static Map<String, Object> training() {
        return Samples.document("cycleId", LoopSamples.CYCLE, "line", Samples.TARGET, "trigger", "drift", "by",
                "drift watch", "reason", "darker by 22 %, poorer in contrast by 19 %", "champion", DANN, "candidate",
                null, "jobId", LoopSamples.JOB, "method", "teacher", "labels", 0, "state", "TRAINING", "outcome", null,
                "detail", "training on 2,400 images of the last windows", "gate", null, "shadow", null, "openedAt",
                ago(95), "changedAt", ago(60), "closedAt", null);
    }

    private static Map<String, Object> cycle(int number, String trigger, String by, String reason, String champion,
            String candidate, int labels, String outcome, String detail, Object gate, long secondsAgo) {
        boolean shadowed = outcome.equals("KEPT") || outcome.equals("ROLLED_BACK");
        return Samples.document("cycleId", UUID.fromString("c7c7c7c7-0000-4000-8000-00000000000" + number), "line",
                Samples.TARGET, "trigger", trigger, "by", by, "reason", reason, "champion", champion, "candidate",
                candidate, "jobId", UUID.fromString("7e11ab0%d-0000-4000-8000-000000000001".formatted(number)),
                "method", candidate == null ? "dann" : candidate.replaceAll("-.*", ""), "labels", labels, "state",
                "CLOSED", "outcome", outcome, "detail", detail, "gate", gate, "shadow",
                shadowed ? Samples.document("batches", 10, "needed", 10, "agreement", 0.93) : null, "openedAt",
                ago(secondsAgo), "changedAt", ago(secondsAgo - 300), "closedAt", ago(secondsAgo - 300));
    }

    private static Map<String, Object> accepted() {
        return gate("ACCEPTED", "three of four validators prefer the candidate; 57 of 60 labelled images are right",
                Samples.document("labelled", 60, "championRight", 49, "candidateRight", 57, "p", 0.021),
                List.of(validator("importance-weighted validation", 0.841, 0.913, 0.031, 0.112, "candidate"),
                        validator("soft neighbourhood density", 3.91, 4.42, 0.22, 0.81, "candidate"),
                        validator("information maximisation", 1.12, 1.31, 0.08, 0.3, "candidate"),
                        validator("agreement", 0.902, 0.911, -0.012, 0.03, "none")),
                false);
    }

    private static Map<String, Object> disagreed() {
        return gate("REFUSED", "the validators disagree: two prefer the candidate, one the champion, and no image is "
                + "labelled", null,
                List.of(validator("importance-weighted validation", 0.921, 0.894, -0.048, -0.006, "champion"),
                        validator("soft neighbourhood density", 4.31, 4.42, 0.02, 0.21, "candidate"),
                        validator("information maximisation", 1.28, 1.36, 0.01, 0.15, "candidate"),
                        validator("agreement", 0.951, 0.943, -0.02, 0.004, "none")),
                true);
    }

    private static Map<String, Object> gate(String verdict, String reason, Object paired, List<Object> validators,
            boolean alarm) {
        return Samples.document("verdict", verdict, "reason", reason, "images", 800, "paired", paired, "validators",
                validators, "classCollapse", false, "negativeTransfer", alarm, "disagreement", alarm);
    }

    private static Object validator(String name, double champion, double candidate, double low, double high,
            String vote) {
        return Samples.document("name", name, "champion", champion, "candidate", candidate, "low", low, "high", high,
                "vote", vote);
    }

    private static String ago(long seconds) {
        Instant at = Samples.NOW.minusSeconds(seconds);
        return at.toString();
    }
}
