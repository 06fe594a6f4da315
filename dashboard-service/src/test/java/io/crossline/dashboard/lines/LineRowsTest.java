package io.crossline.dashboard.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.dashboard.lines.LineRow.Estimate;
import io.crossline.dashboard.stub.LineSamples;
import io.crossline.dashboard.stub.Samples;

class LineRowsTest {

    private static final String MODEL = Samples.modelVersion(Method.DANN);
    private static final Duration SILENT = Duration.ofMinutes(10);
    private static final LineRows.Limits LIMITS = new LineRows.Limits(SILENT, 0.08);
    private static final Object CALM = LineSamples.window(0.95, 0);
    private static final Object DRIFT = LineSamples.window(0.8, 2);

    private final Instant now = Instant.now();

    @Test
    void aLineWithAModelAndNothingAgainstItIsFine() {
        LineRow row = row(line(MODEL, CALM, null, null));

        assertThat(row.state()).isEqualTo(LineState.FINE);
        assertThat(row.estimate()).isEqualTo(new Estimate(0.95, 0.95 - 0.05, 0.95 + 0.04));
        assertThat(row.servingModel()).isEqualTo(MODEL);
        assertThat(row.since()).isBefore(now);
        assertThat(row.detail()).isEmpty();
    }

    @Test
    void oneWindowThatDiffersIsNoDrift() {
        assertThat(row(line(MODEL, LineSamples.window(0.9, 1), null, null)).state()).isEqualTo(LineState.FINE);
    }

    @Test
    void aDriftThatTheLoopMayMendIsDrifting() {
        LineRow row = row(line(MODEL, DRIFT, LineSamples.cycle("CLOSED", "KEPT"), null));

        assertThat(row.state()).isEqualTo(LineState.DRIFTING);
        assertThat(row.detail()).startsWith("Drift: darker by 22 %");
    }

    @Test
    void aDriftThatTheLoopDoesNotMendNeedsAPerson() {
        assertThat(row(changed(line(MODEL, DRIFT, null, null), one -> one.put("loopEnabled", false))))
                .returns(LineState.NEEDS_YOU, LineRow::state)
                .satisfies(row -> assertThat(row.detail()).startsWith("The loop is off. Drift: "));
        assertThat(row(changed(line(MODEL, DRIFT, null, null), one -> one.put("loopPinned", true))).detail())
                .startsWith("The champion is pinned.");
        assertThat(row(line(MODEL, DRIFT, LineSamples.cycle("CLOSED", "REFUSED"), null)).detail())
                .startsWith("The gate rejected the last candidate.");
    }

    @Test
    void aCycleOfAnEarlierChampionSaysNothingOfThisOne() {
        Map<String, Object> line = changed(line(MODEL, DRIFT, LineSamples.cycle("CLOSED", "FAILED"), null),
                one -> one.put("championSince", now.toString()));

        assertThat(row(line).state()).isEqualTo(LineState.DRIFTING);
    }

    @Test
    void anOpenCycleIsAdaptingAndSaysHowFarItIs() {
        LineRow row = row(line(MODEL, DRIFT, LineSamples.cycle("SHADOW", null), null));

        assertThat(row.state()).isEqualTo(LineState.ADAPTING);
        assertThat(row.detail()).isEqualTo("The candidate is tried in shadow.");
    }

    @Test
    void aCameraFaultComesBeforeTheDriftThatItCauses() {
        LineRow row = row(line(MODEL, DRIFT, null, Map.of("check", "no light", "since", now.toString(), "frames", 7)));

        assertThat(row.state()).isEqualTo(LineState.CAMERA_FAULT);
        assertThat(row.detail()).isEqualTo("No light, 7 unusable pictures.");
    }

    @Test
    void anEstimateOfTheModelBeforeIsNotShownForTheNewOne() {
        LineRow row = row(line("dann-2", DRIFT, null, null));

        assertThat(row.estimate()).isNull();
        assertThat(row.state()).isEqualTo(LineState.FINE);
    }

    @Test
    void aLineWithoutPicturesForAWhileIsSilent() {
        Map<String, Object> line = line(MODEL, CALM, null, null);

        assertThat(row(line, now.minus(SILENT).minusSeconds(1))).returns(LineState.SILENT, LineRow::state)
                .returns(now.minus(SILENT).minusSeconds(1), LineRow::silentSince);
        assertThat(row(line, now.minus(SILENT).plusSeconds(1)).state()).isEqualTo(LineState.FINE);
    }

    /** Given no drift, an estimate of 0.70 to 0.79 and 0.90 when it was measured, then a person is told why. */
    @Test
    void aLowEstimateAloneNeedsAPerson() {
        Map<String, Object> line = line(MODEL, LineSamples.window(0.75, 0), null, null);

        assertThat(row(line, now, Map.of(MODEL, 0.9))).returns(LineState.NEEDS_YOU, LineRow::state).returns(
                "The model is right on at most 79.0 % of the newest images, as estimated, after 90.0 % where it was measured.",
                LineRow::detail);
        assertThat(row(changed(line, one -> one.put("loopEnabled", false)), now, Map.of(MODEL, 0.9)).detail())
                .startsWith("The loop is off. The model is right on at most 79.0 %");
    }

    @Test
    void anEstimateWhoseIntervalReachesWhatWasMeasuredIsNotLow() {
        assertThat(row(line(MODEL, LineSamples.window(0.75, 0), null, null), now, Map.of(MODEL, 0.86)).state())
                .isEqualTo(LineState.FINE);
    }

    @Test
    void withoutAMeasurementOrForAnotherModelNoEstimateIsLow() {
        Object low = LineSamples.window(0.4, 0);

        assertThat(row(line(MODEL, low, null, null), now, Map.of()).state()).isEqualTo(LineState.FINE);
        assertThat(row(line("dann-2", low, null, null), now, Map.of("dann-2", 0.9)).state()).isEqualTo(LineState.FINE);
    }

    @Test
    void anAdaptationThatRunsMendsALowEstimate() {
        assertThat(row(line(MODEL, LineSamples.window(0.4, 0), LineSamples.cycle("TRAINING", null), null), now,
                Map.of(MODEL, 0.9)).state()).isEqualTo(LineState.ADAPTING);
    }

    @Test
    void onlyModelsWhoseEstimateCouldBeLowAreDoubtful() {
        List<Object> lines = List.of(line(MODEL, LineSamples.window(0.75, 0), null, null),
                line(MODEL, CALM, null, null), line("dann-2", LineSamples.window(0.75, 0), null, null),
                line(null, null, null, null));

        assertThat(LineRows.doubtful(json(lines), 0.08)).containsExactly(MODEL);
    }

    @Test
    void aLineThatOnlyDeliversHasNoModel() {
        List<LineRow> rows = LineRows.of(json(List.of()), json(List.of(delivering("a", now))), Map.of(), now, LIMITS);

        assertThat(rows).singleElement().returns(LineState.NO_MODEL, LineRow::state)
                .returns(null, LineRow::estimate);
    }

    @Test
    void whoNeedsAPersonComesFirstThenTheName() {
        List<Object> lines = List.of(LineSamples.line("b", MODEL, CALM, null, null),
                LineSamples.line("a", MODEL, CALM, null, null), LineSamples.line("c", null, null, null, null),
                LineSamples.line("d", MODEL, DRIFT, null, null),
                LineSamples.line("e", MODEL, DRIFT, LineSamples.cycle("CLOSED", "FAILED"), null));

        assertThat(LineRows.of(json(lines), json(List.of()), Map.of(), now, LIMITS)).extracting(LineRow::line)
                .containsExactly("e", "d", "c", "a", "b");
    }

    private LineRow row(Map<String, Object> line) {
        return row(line, now);
    }

    private LineRow row(Map<String, Object> line, Instant lastImage) {
        return row(line, lastImage, Map.of());
    }

    private LineRow row(Map<String, Object> line, Instant lastImage, Map<String, Double> measured) {
        return LineRows.of(json(List.of(line)), json(List.of(delivering("line-b", lastImage))), measured, now, LIMITS)
                .get(0);
    }

    private static Map<String, Object> line(String model, Object window, Object cycle, Object fault) {
        return LineSamples.line("line-b", model, window, cycle, fault);
    }

    private static Map<String, Object> changed(Map<String, Object> line, Consumer<Map<String, Object>> change) {
        change.accept(line);
        return line;
    }

    private static Map<String, Object> delivering(String line, Instant last) {
        return Map.of("line", line, "lastCapturedAt", last.toString());
    }

    private static JsonNode json(Object document) {
        return Json.mapper().valueToTree(document);
    }
}
