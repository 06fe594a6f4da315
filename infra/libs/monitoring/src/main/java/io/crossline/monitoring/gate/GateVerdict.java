package io.crossline.monitoring.gate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a candidate may serve in shadow, with everything that spoke for and against it.
 *
 * @param reason one sentence for people
 * @param images of the line that both models predicted
 * @param paired both models on labelled images, or null where people gave too few labels
 * @param classCollapse the candidate spreads its answers over far fewer classes than the champion
 * @param negativeTransfer the candidate lost accuracy on the source line's labelled images
 * @param disagreement validators voted for both
 */
public record GateVerdict(@JsonProperty("verdict") Decision decision, String reason, int images,
        PairedComparison paired,
        List<ValidatorScore> validators, boolean classCollapse, boolean negativeTransfer, boolean disagreement) {

    /** Of the gate. */
    public enum Decision {
        ACCEPTED, REFUSED
    }

    public GateVerdict {
        validators = List.copyOf(validators);
    }

    public boolean accepted() {
        return decision == Decision.ACCEPTED;
    }
}
