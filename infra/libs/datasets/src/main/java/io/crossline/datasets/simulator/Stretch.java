package io.crossline.datasets.simulator;

import io.crossline.contracts.InvalidFieldException;

/**
 * A piece of the way on which one line slowly becomes another, so that a line's ageing can be ordered piece by piece.
 *
 * @param from where the way begins, a line that does not drift itself
 * @param to where it ends, likewise
 * @param at share of the way at the piece's first image, 0 to 1
 * @param until share of the way at the piece's end, 0 to 1; a piece that goes on from there begins with it
 */
public record Stretch(SimulatedLine from, SimulatedLine to, double at, double until) {

    public Stretch {
        requireSteady("profile", from);
        requireSteady("to", to);
        Bounds.check("at", at, 0, 1);
        Bounds.check("until", until, 0, 1);
    }

    /** The profile moves in a straight line over so many images and stays then. */
    Drift drift(int images) {
        LineProfile begin = from.drift().from();
        LineProfile end = to.drift().from();
        return new Drift(begin.towards(end, at), begin.towards(end, until), Drift.Kind.LINEAR, images);
    }

    /** Tells pieces apart: {@code clean-worn/0.3-0.35}. */
    String id() {
        return "%s-%s/%s-%s".formatted(from.lineName(), to.lineName(), at, until);
    }

    private static void requireSteady(String field, SimulatedLine line) {
        if (line.drift().moves()) {
            throw new InvalidFieldException(field, "is '" + line.lineName()
                    + "', which drifts itself; expected a line that stays as it is, such as worn");
        }
    }
}
