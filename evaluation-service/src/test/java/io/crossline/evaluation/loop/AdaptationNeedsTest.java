package io.crossline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.crossline.evaluation.scoring.LineAims;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.serving.DriftConfig;
import io.crossline.monitoring.drift.DriftFinding;
import io.crossline.monitoring.drift.Window;
import io.crossline.monitoring.drift.WindowFinding;
import io.crossline.monitoring.metrics.AnswerCosts;
import io.crossline.monitoring.metrics.Costs;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What a window of 200 images says of the need for another model; the model was measured at 0.97, and 0.08 may be lost. */
class AdaptationNeedsTest {

    private static final LoopSettings SETTINGS = new LoopSettings(true, false, Duration.ZERO, 12, 0.08, 400, 4, null,
            null, null);
    private static final int MOST_IMAGES = 2000;

    @Test
    void aConfirmedDriftIsLearntFromWhereItBegan() {
        assertThat(needs(0.5, 0.5).of(window(3, 3, false)))
                .hasValue(new AdaptationNeed(Cycle.DRIFT, "darker", 600, 600));
    }

    @Test
    void twoWindowsThatFallShortAreEnough() {
        AdaptationNeed need = needs(0.88, 0.80).of(window(2, 0, false)).orElseThrow();

        assertThat(need.trigger()).isEqualTo(Cycle.ESTIMATE);
        assertThat(need.images()).isEqualTo(MOST_IMAGES);
        assertThat(need.known()).isEqualTo(400);
    }

    @Test
    void oneWindowThatFallsShortIsNot() {
        assertThat(needs(0.80, 0.90).of(window(2, 0, false))).isEmpty();
        assertThat(needs(0.80).of(window(1, 0, false))).isEmpty();
    }

    /** Given told costs, when estimated costs rise by more than 8 % of the dearer error's, then another model is needed whatever the accuracy. */
    @Test
    void toldCostsDecideInPlaceOfAccuracy() {
        ToldAims dear = line -> new LineAims("good", new Costs(20, 1), null, null);

        assertThat(needs(dear, List.of(0.97, 0.97), List.of(1.9, 1.81)).of(window(2, 0, false))).hasValueSatisfying(
                need -> assertThat(need.reason()).contains("an answer costs at least 1.810"));
        assertThat(needs(dear, List.of(0.5, 0.5), List.of(1.9, 1.79)).of(window(2, 0, false))).isEmpty();
    }

    /** Given other parts, when the estimate is low, then nothing is needed: the accuracy was measured on another mix. */
    @Test
    void anotherClassMixIsNoShortfall() {
        assertThat(needs(0.80, 0.80).of(window(2, 1, true))).isEmpty();
    }

    private static AdaptationNeeds needs(Double... newestEstimates) {
        return needs(line -> LineAims.NONE, List.of(newestEstimates), List.of());
    }

    private static AdaptationNeeds needs(ToldAims aims, List<Double> newestEstimates, List<Double> newestCosts) {
        KnownAccuracies accuracies = new KnownAccuracies() {
            @Override
            public OptionalDouble measured(String modelVersion) {
                return OptionalDouble.of(0.97);
            }

            @Override
            public List<Double> estimates(String line, String modelVersion, int windows) {
                return newestEstimates;
            }

            @Override
            public OptionalDouble measuredCost(String modelVersion, AnswerCosts costs) {
                return OptionalDouble.of(0.2);
            }

            @Override
            public List<Double> estimatedCosts(String line, String modelVersion, int windows) {
                return newestCosts;
            }
        };
        LineLoops loops = new LineLoops() {
            @Override
            public Optional<LoopSettings> settings(String line) {
                return Optional.of(SETTINGS);
            }

            @Override
            public void change(String line, LoopSettings to) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<String> compared(String line) {
                return List.of();
            }

            @Override
            public void compare(String line, List<String> models, String by, String reason) {
                throw new UnsupportedOperationException();
            }
        };
        var config = new SmallRyeConfigBuilder().withMapping(DriftConfig.class).withMapping(LoopConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter()).build();
        LoopConfig loop = config.getConfigMapping(LoopConfig.class);
        return new AdaptationNeeds(new LineSettings(loops, loop), accuracies, aims,
                config.getConfigMapping(DriftConfig.class),
                loop);
    }

    private static Window window(int number, int driftedInARow, boolean classMixChanged) {
        WindowFinding finding = new WindowFinding(driftedInARow > 0, classMixChanged, false, 0.5, Map.of(), 0.5,
                Map.of(),
                Map.of());
        return new Window("line-b", "teacher-1", "captured", 0, number, 200,
                new DriftFinding(number, List.of(), finding, "darker", driftedInARow, driftedInARow == 2), null, null,
                List.of(),
                List.of(), List.of("good", "dent"), Instant.EPOCH);
    }
}
