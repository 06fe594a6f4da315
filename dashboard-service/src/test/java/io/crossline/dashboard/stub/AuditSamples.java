package io.crossline.dashboard.stub;

import java.util.List;
import java.util.Map;

import io.crossline.contracts.Method;

/** The audit of the target line. */
public final class AuditSamples {

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0";

    private AuditSamples() {}

    public static List<Object> entries() {
        String dann = Samples.modelVersion(Method.DANN);
        return List.of(
                entry(7, 95, "loop", "cycle opened", null,
                        Map.of("cycleId", LoopSamples.CYCLE.toString(), "reason",
                                "drift confirmed over 2 windows: darker by 22 %")),
                entry(6, 96, "drift watch", "drift confirmed", dann,
                        Map.of("windows", 2, "features", 0.005, "diagnosis", "darker by 22 %")),
                entry(5, 180, "Ada", "loop switched on", null, Map.of("enabled", true, "pinned", false)),
                entry(4, 240, "Ada", "promoted", dann,
                        Map.of("previousModel", Samples.modelVersion(Method.SOURCE), "reason",
                                "steadier in bad light")),
                entry(3, 300, "gate", "refused", "coral-5a1c9f03",
                        Map.of("reason", "the candidate is worse on the labelled images", "images", 200)),
                entry(1, 400, "loop", "serving", Samples.modelVersion(Method.SOURCE), Map.of()));
    }

    public static Map<String, Object> intact() {
        return Samples.document("entries", 7, "intact", true, "firstBroken", null, "reason",
                "7 entries, each with the hash of the one before it");
    }

    public static Map<String, Object> broken() {
        return Samples.document("entries", 7, "intact", false, "firstBroken", 4, "reason",
                "entry 4 was changed: its hash does not fit its content");
    }

    private static Map<String, Object> entry(int sequence, int secondsAgo, String actor, String action, String model,
            Map<String, Object> details) {
        return Samples.document("sequence", sequence, "at", Samples.NOW.minusSeconds(secondsAgo).toString(), "line",
                Samples.TARGET, "actor", actor, "action", action, "modelVersion", model, "details", details,
                "previousHash", hash(sequence - 1), "hash", hash(sequence));
    }

    private static String hash(int sequence) {
        return sequence + HASH;
    }
}
