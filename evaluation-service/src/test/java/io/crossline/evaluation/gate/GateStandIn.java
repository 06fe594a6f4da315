package io.crossline.evaluation.gate;

import java.util.List;

import io.crossline.evaluation.serving.ServingModel;
import io.crossline.monitoring.gate.GateVerdict;
import io.crossline.monitoring.gate.GateVerdict.Decision;
import io.crossline.monitoring.gate.ValidatorScore;
import io.crossline.monitoring.gate.ValidatorScore.Vote;

/** A gate that says what a test wants: the committee has its own tests. */
public final class GateStandIn extends Gate {

    private final Decision decision;

    public GateStandIn(Decision decision) {
        super(null, null, null, null, null);
        this.decision = decision;
    }

    @Override
    public GateVerdict judge(String line, ServingModel champion, ServingModel candidate) {
        boolean accepted = decision == Decision.ACCEPTED;
        return new GateVerdict(decision, accepted ? "2 of 2 validators." : "0 of 2 validators.", 400, null,
                List.of(new ValidatorScore("one", 0.7, accepted ? 0.8 : 0.6, accepted ? 0.05 : -0.15,
                        accepted ? 0.15 : -0.05, accepted ? Vote.CANDIDATE : Vote.CHAMPION)),
                false, false, false);
    }
}
