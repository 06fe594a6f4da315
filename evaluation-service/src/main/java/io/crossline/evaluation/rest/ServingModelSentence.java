package io.crossline.evaluation.rest;

import java.util.List;

/** Says why no model serves a line, and what a person can do. */
final class ServingModelSentence {

    private ServingModelSentence() {}

    /** @param promotable accepted classifiers of the line, the newest first */
    static String none(String line, List<String> promotable) {
        return promotable.isEmpty()
                ? "No model serves this line, and no classifier of it is accepted yet: train one, then promote it."
                : "No model serves this line: promote one, on its page or with PUT /lines/%s/champion. The newest accepted is %s."
                        .formatted(line, promotable.get(0));
    }

    /** @param reason why the champion's archive is not used, a sentence */
    static String refused(String reason) {
        return "No model serves this line: promote another one. " + reason;
    }
}
