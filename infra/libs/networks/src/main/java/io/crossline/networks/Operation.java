package io.crossline.networks;

import java.util.List;

import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** One step of a network's execution. */
interface Operation {

    Variable apply(Tape tape, List<Variable> inputs, Mode mode);

    /** An operation of one input. */
    interface Unary extends Operation {

        Variable apply(Tape tape, Variable x, Mode mode);

        @Override
        default Variable apply(Tape tape, List<Variable> inputs, Mode mode) {
            return apply(tape, inputs.get(0), mode);
        }
    }
}
