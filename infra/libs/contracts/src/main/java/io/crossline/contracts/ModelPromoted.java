package io.crossline.contracts;

import java.time.Instant;

/**
 * A line's new champion: the model whose predictions count from now on.
 *
 * @param previousModel champion until now, or null for the line's first
 * @param by who or what promoted it: a person's name, or the rule that did
 * @param reason one sentence for people
 */
public record ModelPromoted(String line, String modelVersion, String previousModel, String by, String reason,
        Instant at) {

    public ModelPromoted {
        BatchOrigin.requireLineName(line);
        Require.text("modelVersion", modelVersion);
        Require.text("by", by);
        Require.text("reason", reason);
        Require.present("at", at);
    }
}
