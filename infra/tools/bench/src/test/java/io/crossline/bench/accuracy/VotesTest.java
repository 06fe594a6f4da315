package io.crossline.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.gate.ValidatorScore;
import io.crossline.monitoring.gate.ValidatorScore.Vote;

class VotesTest {

    private final Votes votes = new Votes();

    /** Given votes on three pairs, when they are counted, then by who is truly better; a pair that hardly differs does not count. */
    @Test
    void votesAreCountedByTheTruth() {
        votes.add(List.of(vote(Vote.CANDIDATE)), 0.7, 0.9);
        votes.add(List.of(vote(Vote.CANDIDATE)), 0.9, 0.7);
        votes.add(List.of(vote(Vote.NONE)), 0.7, 0.9);
        votes.add(List.of(vote(Vote.CHAMPION)), 0.7, 0.709);

        assertThat(votes.json()).containsExactly(Map.of("validator", "stability", "pairs", 3, "right", 1, "wrong", 1));
        assertThat(votes.table()).contains("stability").contains("0.33");
    }

    @Test
    void withoutPairsThereIsNoTable() {
        votes.add(List.of(vote(Vote.CHAMPION)), 0.7, 0.7);

        assertThat(votes.table()).isEmpty();
    }

    private static ValidatorScore vote(Vote vote) {
        return new ValidatorScore("stability", 0.5, 0.5, 0, 0, vote);
    }
}
