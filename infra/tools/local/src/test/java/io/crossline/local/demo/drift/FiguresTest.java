package io.crossline.local.demo.drift;

import static io.crossline.local.demo.drift.Recorded.ADAPTED;
import static io.crossline.local.demo.drift.Recorded.SOURCE;
import static io.crossline.local.demo.drift.Recorded.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class FiguresTest {

    /** Two windows of ageing, four under another lamp, two with another class mix. */
    private static final AgeingScript SCRIPT = new AgeingScript(
            List.of(new Phase(Phase.Kind.AGEING, 2, "clean", "worn", 0.3, 0.9, null),
                    new Phase(Phase.Kind.LAMP, 4, "worn", "glare", 0.5, 0.5, null),
                    new Phase(Phase.Kind.CLASS_MIX, 2, "worn", "glare", 0.5, 0.5, "good:5,dent:1")),
            Duration.ZERO);

    private final Recorded run = new Recorded();

    @Test
    void countsWhatTheLoopIsAskedFor() {
        // Given a run in which the lamp's change is detected at once and a new model is promoted
        run.window(1, ADAPTED, 0.95, false, false, score(SOURCE, "compared", 0.80));
        run.window(2, ADAPTED, 0.95, true, false, score(SOURCE, "compared", 0.80));
        run.window(3, ADAPTED, 0.80, true, true, score(SOURCE, "compared", 0.60));
        run.window(4, ADAPTED, 0.90, true, false, score(SOURCE, "compared", 0.60));
        run.window(5, "dann-2", 0.97, false, false, score(SOURCE, "compared", 0.60),
                score(ADAPTED, "previous", 0.90));
        run.window(6, "dann-2", 0.96, false, false, score(SOURCE, "compared", 0.60),
                score(ADAPTED, "compared", 0.90));
        run.window(7, "dann-2", 0.97, false, false, score(SOURCE, "compared", 0.60),
                score(ADAPTED, "previous", 0.99));
        run.window(8, "dann-2", 0.98, false, false, score(SOURCE, "compared", 0.60));
        run.promoted("dann-2", ADAPTED, 3.1, 4.5);

        // When the figures are counted
        Figures figures = figures();

        // Then they are those of the run
        assertThat(figures.scoredWindows()).isEqualTo(8);
        assertThat(figures.loopMean()).isCloseTo(0.935, within(1e-9));
        assertThat(figures.sourceMean()).isCloseTo(0.65, within(1e-9));
        assertThat(figures.loopAboveSource()).isCloseTo(0.285, within(1e-9));
        assertThat(figures.detectionWindows()).isEqualTo(1);
        assertThat(figures.promotions()).isEqualTo(1);
        assertThat(figures.promotionsOnClassMix()).isZero();
        assertThat(figures.worstPromotion()).as("over the first two windows after it").isCloseTo(0.065, within(1e-9));

        // And all verdicts say so
        assertThat(Verdict.of(figures)).extracting(Verdict::result).containsOnly(Verdict.Result.MET);
        assertThat(Verdict.of(figures)).extracting(Verdict::text).containsExactly(
                "The loop's mean true accuracy is 0.9350; asked: at least 0.93.",
                "The loop is 28.5 points above the frozen source model; asked: at least 15.",
                "The change of the lamp was detected in window 1 from then; asked: within 5.",
                "The change of the class mix promoted nothing.",
                "The worst of 1 promotions changed the true accuracy by +6.5 points; asked: a loss of at most 1.",
                "The demo took 11 min 40 s; asked: at most 12 min 0 s.");
    }

    @Test
    void saysPlainlyWhatWasMissed() {
        // Given a run that does everything wrong
        for (int window = 1; window <= 8; window++) {
            run.window(window, window < 8 ? ADAPTED : "dann-3", 0.70, false, false,
                    score(SOURCE, "compared", 0.60), score("dann-3", "shadow", 0.2),
                    score(ADAPTED, window < 8 ? "champion" : "previous", 0.72));
        }
        run.promoted("dann-3", ADAPTED, 7.1, 7.5);

        List<Verdict> verdicts = Verdict.of(Figures.of(SCRIPT, run.windows, run.cycles, run.promotions, curves(),
                Duration.ofMinutes(13)));

        assertThat(verdicts).extracting(Verdict::result).containsOnly(Verdict.Result.MISSED);
        assertThat(verdicts).extracting(Verdict::text).containsExactly(
                "The loop's mean true accuracy is 0.7000; asked: at least 0.93.",
                "The loop is 10.0 points above the frozen source model; asked: at least 15.",
                "The change of the lamp was not detected.",
                "After the change of the class mix, the loop promoted 1 of its models; asked: none.",
                "The worst of 1 promotions changed the true accuracy by -2.0 points; asked: a loss of at most 1.",
                "The demo took 13 min 0 s; asked: at most 12 min 0 s.");
    }

    @Test
    void aDriftThatLastedBeforeTheLampChangesIsDetectedAnewByTwoWindows() {
        // Given an ageing that was confirmed before, so that nothing confirms it again
        run.window(1, ADAPTED, 0.9, true, false).window(2, ADAPTED, 0.9, true, true);
        run.window(3, ADAPTED, 0.5, true, false).window(4, ADAPTED, 0.5, true, false);

        assertThat(figures().detectionWindows()).isEqualTo(2);
    }

    @Test
    void theModelBeforeTheChangeAloneProvesNothing() {
        run.window(2, ADAPTED, 0.9, true, true).window(3, ADAPTED, 0.5, true, false)
                .window(4, ADAPTED, 0.5, false, false);

        assertThat(figures().detectionWindows()).isNull();
    }

    @Test
    void whatIsNotKnownIsNoVerdict() {
        // Given a promotion after the last window that was scored
        run.window(1, ADAPTED, 0.95, false, false).promoted("dann-2", ADAPTED, 0.5, 1.5);

        Figures figures = figures();

        assertThat(figures.sourceMean()).isNull();
        assertThat(figures.worstPromotion()).isNull();
        assertThat(Verdict.of(figures).get(1).result()).isEqualTo(Verdict.Result.UNKNOWN);
        assertThat(Verdict.of(figures).get(4).text()).isEqualTo(
                "0 of the loop's 1 promotions can be compared with the model before; those lost no more than 1 point.");
    }

    @Test
    void aRollbackIsNoPromotionByTheLoop() {
        // Given a candidate that was promoted and rolled back
        run.window(1, ADAPTED, 0.95, false, false).promoted("dann-2", ADAPTED, 1.1, 1.5);
        run.promotions.add(0, new LoopPromotion(ADAPTED, "dann-2", "loop", "the estimate fell", Recorded.minute(3)));

        assertThat(figures().promotions()).isEqualTo(1);
    }

    private Figures figures() {
        return Figures.of(SCRIPT, run.windows, run.cycles, run.promotions, curves(), Duration.ofSeconds(700));
    }

    private List<Curve> curves() {
        return Curve.of(run.windows, SOURCE, ADAPTED);
    }
}
