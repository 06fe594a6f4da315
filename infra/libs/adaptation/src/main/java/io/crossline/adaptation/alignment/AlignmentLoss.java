package io.crossline.adaptation.alignment;

import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Distance between the features of two lines: 0 where they are distributed alike, as far as the method can tell. */
@FunctionalInterface
public interface AlignmentLoss {

    /**
     * @param source features {@code [N, d]}
     * @param target features {@code [M, d]}
     * @return {@code [1]}
     */
    Variable between(Tape tape, Variable source, Variable target);
}
