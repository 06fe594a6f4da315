package io.crossline.evaluation.serving;

import java.time.Instant;

import io.crossline.contracts.ModelPromoted;

/**
 * A model made champion of a line.
 *
 * @param previousModel champion until then, or null
 * @param by who or what promoted it
 */
public record Promotion(String line, String modelVersion, String previousModel, String by, String reason, Instant at) {

    public ModelPromoted event() {
        return new ModelPromoted(line, modelVersion, previousModel, by, reason, at);
    }
}
