package io.crossline.evaluation.loop;

import java.util.Optional;

/**
 * What became of the wish to open a cycle.
 *
 * @param cycle the opened one; empty where none was
 * @param refusal why not, in words; null where one was opened
 */
public record Opening(Optional<Cycle> cycle, String refusal) {

    static Opening of(Cycle cycle) {
        return new Opening(Optional.of(cycle), null);
    }

    static Opening refused(String why) {
        return new Opening(Optional.empty(), why);
    }
}
