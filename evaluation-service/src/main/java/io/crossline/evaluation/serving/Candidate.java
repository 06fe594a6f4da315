package io.crossline.evaluation.serving;

import java.util.Locale;

import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Verdict;

/**
 * An evaluated model that may become a champion.
 *
 * @param reason of the verdict, one sentence
 */
public record Candidate(String modelVersion, ModelKind kind, Verdict verdict, String sourceLine, String targetLine,
        String reason) {

    /** @throws NotPromotableException unless it is an accepted classifier of a pair that the line belongs to */
    void requirePromotable(String line) {
        if (kind != ModelKind.CLASSIFIER) {
            throw new NotPromotableException(
                    modelVersion + " is no classifier, but a " + kind.name().toLowerCase(Locale.ROOT));
        }
        if (verdict != Verdict.ACCEPTED) {
            throw new NotPromotableException(
                    modelVersion + " was rejected by its evaluation: " + reason.replaceAll("\\.$", ""));
        }
        if (!line.equals(sourceLine) && !line.equals(targetLine)) {
            throw new NotPromotableException(modelVersion + " is of the lines " + sourceLine + " and " + targetLine
                    + ", not of " + line);
        }
    }
}
