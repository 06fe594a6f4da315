package io.crossline.contracts;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the evaluation service found.
 *
 * @param sourceAccuracy share of right answers on the source line's test images, 0 to 1; null where not measured
 * @param targetAccuracy the same on the target line
 * @param scores other figures by name, such as {@code cycleError}
 * @param reason one sentence for people
 * @param archiveSha256 SHA-256, in hex, of the archive that was evaluated: no other one is to be used under this version. Null in a record from
 *        before
 */
public record ModelEvaluated(String modelVersion, ModelKind kind, Method method, UUID jobId, UUID adaptationId,
        String sourceLine, String targetLine,
        Double sourceAccuracy, Double targetAccuracy, Map<String, Double> scores, Verdict verdict, String reason,
        String archiveSha256, Instant at) {

    public ModelEvaluated {
        Require.text("modelVersion", modelVersion);
        Require.present("kind", kind);
        Require.present("method", method);
        Require.present("jobId", jobId);
        Require.present("adaptationId", adaptationId);
        Require.text("sourceLine", sourceLine);
        Require.text("targetLine", targetLine);
        share("sourceAccuracy", sourceAccuracy);
        share("targetAccuracy", targetAccuracy);
        scores = new TreeMap<>(Require.present("scores", scores));
        Require.present("verdict", verdict);
        Require.text("reason", reason);
        if (archiveSha256 != null) {
            BackboneFile.requireSha256("archiveSha256", archiveSha256);
        }
        Require.present("at", at);
    }

    private static void share(String field, Double value) {
        Require.that(value == null || value >= 0 && value <= 1, field, "is " + value + ", expected 0 to 1");
    }
}
