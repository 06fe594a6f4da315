package io.crossline.monitoring.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.gate.GateVerdict.Decision;
import io.crossline.monitoring.gate.ValidatorScore.Vote;

class ExpectedMixAtTheGateTest {

    private static final double[] MIX = {0.94, 0.02, 0.02, 0.02};
    private static final int GOOD = 0;
    private static final int SCRATCH = 1;

    /** A line with 94 % good parts. */
    private final ModelStandIn line = new ModelStandIn(376, 8, 8, 8);
    private final VotingGate committee = VotingGate.standard();

    @Test
    void theDistanceOfMixesIsThatOfKullbackAndLeibler() {
        assertThat(MixDistance.of(new double[]{0.5, 0.5}, new double[]{0.9, 0.1}))
                .isEqualTo(0.5 * Math.log(0.5 / 0.9) + 0.5 * Math.log(0.5 / 0.1), within(1e-12));
        assertThat(MixDistance.of(MIX, MIX)).isEqualTo(0, within(1e-12));
        // a class that was told to be absent counts as rare
        assertThat(MixDistance.of(new double[]{0, 1}, new double[]{1, 0})).isEqualTo(Math.log(1001), within(1e-9));
    }

    /** Where nobody told the mix, a model that answers evenly and knows little passes for informed on a line with rare defects. */
    @Test
    void informationRewardsTheExpectedMixAndNotAnEvenOne() {
        Evidence right = line.skilled(1, 1);
        Evidence guessing = line.skilled(0.3, 2);

        assertThat(score(new InformationMaximisation(), right.expecting(MIX)))
                .isGreaterThan(score(new InformationMaximisation(), guessing.expecting(MIX)));
        double even = score(new InformationMaximisation(), right.expecting(new double[]{0.25, 0.25, 0.25, 0.25}));
        assertThat(even).isEqualTo(score(new InformationMaximisation(), right) - Math.log(4), within(1e-9));
    }

    @Test
    void neighbourhoodPrefersCollapsedAnswersOnlyWhereNoMixIsTold() {
        Evidence right = line.skilled(1, 1);
        Evidence collapsed = line.always(SCRATCH, 2);

        assertThat(score(new SoftNeighbourhoodDensity(), collapsed))
                .isGreaterThan(score(new SoftNeighbourhoodDensity(), right));
        assertThat(score(new SoftNeighbourhoodDensity(), collapsed.expecting(MIX)))
                .isLessThan(score(new SoftNeighbourhoodDensity(), right.expecting(MIX)));
    }

    @Test
    void aModelThatHasTheExpectedMixDidNotCollapse() {
        // Given a champion that takes good parts for defects: its answers are spread over all classes
        Evidence champion = line.skilled(0.3, 1);
        Evidence candidate = line.skilled(0.99, 2);

        GateVerdict toldNothing = committee.judge(champion, candidate, null, 7);
        GateVerdict told = committee.judge(champion.expecting(MIX), candidate.expecting(MIX), null, 7);

        assertThat(toldNothing.classCollapse()).isTrue();
        assertThat(told.classCollapse()).isFalse();
        assertThat(told.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(told.validators()).filteredOn(score -> score.name().equals("information"))
                .extracting(ValidatorScore::vote).containsExactly(Vote.CANDIDATE);
    }

    @Test
    void aModelThatAnswersEverythingWithARareClassCollapsed() {
        GateVerdict verdict = committee.judge(line.skilled(0.9, 1).expecting(MIX),
                line.always(SCRATCH, 2).expecting(MIX), null, 7);

        assertThat(verdict.classCollapse()).isTrue();
        assertThat(verdict.reason()).contains("farther from the expected mix");
    }

    /** Its mix is nearly the expected one: 24 of 400 defects are missing. */
    @Test
    void aModelThatAnswersEverythingWithTheCommonestClassCollapsed() {
        GateVerdict verdict = committee.judge(line.skilled(0.9, 1).expecting(MIX), line.always(GOOD, 2).expecting(MIX),
                null, 7);

        assertThat(verdict.classCollapse()).isTrue();
        assertThat(verdict.reason()).contains("commonest class alone where about 24 images of others are expected");
    }

    @Test
    void aMixOfAnotherNumberOfClassesIsAnError() {
        Evidence evidence = line.skilled(1, 1);

        assertThatThrownBy(() -> evidence.expecting(new double[]{0.5, 0.5}))
                .hasMessage("expectedMix has 2 shares, expected 4, one a class");
    }

    private static double score(Validator validator, Evidence evidence) {
        int[] all = new int[evidence.target().count()];
        Arrays.setAll(all, i -> i);
        return validator.score(evidence).of().applyAsDouble(all);
    }
}
