package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final List<String> LINES = List.of("line-a", "line-b");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void theSameSeedGivesTheSameStepsAndAnotherSeedOthers() {
        assertThat(Schedule.of(7, QUARTER, LINES)).isEqualTo(Schedule.of(7, QUARTER, LINES))
                .isNotEqualTo(Schedule.of(8, QUARTER, LINES));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aQuarterOfAnHourHasEveryKindOfStepAndDisturbsEveryPartThatCarriesData(long seed) {
        List<Step> steps = Schedule.of(seed, QUARTER, LINES);

        assertThat(steps.stream().map(Step::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(StepKind.class));
        for (StepKind kind : List.of(StepKind.KILL, StepKind.FREEZE)) {
            assertThat(targets(steps, kind)).as(kind.name()).contains("evaluation", "ingest", "kafka", "postgresql");
        }
        assertThat(steps.stream().filter(step -> step.kind() == StepKind.BAD_RECORD)
                .map(step -> BadRecord.of(step.variant())).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(BadRecord.class));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noPartIsKilledOftenerThanTheLauncherStartsIt(long seed) {
        List<Step> kills = Schedule.of(seed, Duration.ofHours(2), LINES).stream()
                .filter(step -> step.kind() == StepKind.KILL).toList();

        assertThat(kills).isNotEmpty().allSatisfy(kill -> assertThat(kills.stream()
                .filter(other -> other.target().equals(kill.target()) && other.at().compareTo(kill.at()) >= 0
                        && other.at().minus(kill.at()).compareTo(Duration.ofMinutes(10)) <= 0))
                .hasSizeLessThanOrEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPartIsLeftAloneWhileItIsStoppedAndEveryStepIsOverInTime(long seed) {
        Duration length = Duration.ofMinutes(3);
        List<Step> steps = Schedule.of(seed, length, LINES);
        List<Step> outages = steps.stream().filter(step -> step.kind().isOutage()).toList();

        assertThat(steps).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()))
                .allSatisfy(step -> assertThat(step.at()).isLessThan(length));
        for (Step freeze : outages) {
            assertThat(outages.stream()
                    .filter(other -> other != freeze && other.target().equals(freeze.target())
                            && other.at().compareTo(freeze.at()) >= 0 && other.at().compareTo(freeze.end()) <= 0))
                    .isEmpty();
        }
        assertThat(outages.stream().filter(step -> step.kind() == StepKind.FREEZE))
                .allSatisfy(freeze -> assertThat(freeze.end()).isLessThanOrEqualTo(length.plusSeconds(3)));
    }

    private static Set<String> targets(List<Step> steps, StepKind kind) {
        return steps.stream().filter(step -> step.kind() == kind).map(Step::target).collect(Collectors.toSet());
    }
}
