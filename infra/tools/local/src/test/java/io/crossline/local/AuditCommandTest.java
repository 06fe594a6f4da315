package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.local.rest.FakeServices;

class AuditCommandTest {

    private static final String ENTRIES = "[{'sequence':2,'at':'2026-11-24T14:05:00Z','line':'line-b','actor':'loop','action':'promoted','modelVersion':'dann-2','details':{'reason':'passed the gate','batches':4},'previousHash':'ab','hash':'cd'},"
            + "{'sequence':1,'at':'2026-11-24T14:00:00Z','line':'line-b','actor':'ada','action':'switched the loop on','modelVersion':null,'details':{},'previousHash':'00','hash':'ab'}]";

    @TempDir
    Path data;

    private RunningCrossline crossline;
    private FakeServices evaluation;

    @BeforeEach
    void anEvaluationServiceThatNobodyHasStarted() throws IOException {
        evaluation = new FakeServices();
        crossline = new RunningCrossline(data);
    }

    @AfterEach
    void stop() {
        evaluation.close();
    }

    @Test
    void whereNothingAnswersNothingIsProved() throws IOException {
        assertThat(crossline.run("audit", "verify")).isEqualTo(3);
        assertThat(crossline.run("audit", "show")).isEqualTo(3);
        assertThat(crossline.text()).contains("Crossline does not run on " + data);
    }

    @Test
    void showsTheEntriesWithTheirDetails() throws IOException {
        evaluation.answer("GET /audit", 200, ENTRIES);

        int code = crossline.with(Service.EVALUATION, evaluation).run("audit", "show", "--line", "line-b");

        assertThat(code).isZero();
        assertThat(crossline.text().lines()).contains(
                "  2       2026-11-24T14:05:00Z   line-b   loop   promoted               dann-2   reason: passed the gate, batc…",
                "  1       2026-11-24T14:00:00Z   line-b   ada    switched the loop on");
    }

    @Test
    void saysWhatServedALineAtATimeAndHidesWhatCameLater() throws IOException {
        evaluation.answer("GET /audit", 200, ENTRIES);
        evaluation.answer("GET /lines/line-b/serving", 200,
                "{'line':'line-b','at':'2026-11-24T14:02:00Z','modelVersion':'teacher-1','promotion':{'by':'ada','reason':'first model','at':'2026-11-24T13:59:00Z'},"
                        + "'trainedOn':{'source':{'train':{'line':'line-a','split':'train','ranges':[{'topic':'captured','partition':0,'fromOffset':0,'toOffset':40}]}},"
                        + "'target':{'train':{'line':'line-b','split':'train','ranges':[{'topic':'captured','partition':1,'fromOffset':3,'toOffset':19}]}}},'parentModel':'source-1','targetLabels':[]}");

        int code = crossline.with(Service.EVALUATION, evaluation).run("audit", "show", "--line", "line-b", "--at",
                "2026-11-24T14:02:00Z");

        assertThat(code).isZero();
        assertThat(crossline.text()).startsWith("""
                line-b at 2026-11-24T14:02:00Z: teacher-1 served, promoted at 2026-11-24T13:59:00Z by ada: first model
                  trained on line-a (captured:0:0-40) and line-b (captured:1:3-19)
                  starting from source-1
                """).contains("switched the loop on").doesNotContain("dann-2");
    }

    @Test
    void aTimeAtWhichNothingServedIsNoError() throws IOException {
        evaluation.answer("GET /audit", 200, "[]");

        int code = crossline.with(Service.EVALUATION, evaluation).run("audit", "show", "--line", "line-b", "--at",
                "2020-01-01T00:00");

        assertThat(code).isZero();
        assertThat(crossline.text()).contains("Nothing served line line-b at ").contains("No entries.");
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThat(crossline.run("audit")).isEqualTo(2);
        assertThat(crossline.run("audit", "show", "--at", "2026-11-24T14:02:00Z")).isEqualTo(2);
        assertThat(crossline.run("audit", "show", "--limit", "0")).isEqualTo(2);
        assertThat(crossline.run("audit", "show", "--line", "b", "--at", "noon")).isEqualTo(2);
        assertThat(crossline.text()).contains("--at needs --line", "--limit is 0: expected 1 to 1000",
                "'noon' is no time: expected one such as 2026-11-24T14:02:00Z",
                "See 'infra/crossline audit show --help'.");
    }
}
