package io.crossline.local.demo.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.local.Output;
import io.crossline.local.UserError;
import io.crossline.local.rest.FakeServices;

class DriftDemoTest {

    private static final AgeingScript SCRIPT = new AgeingScript(
            List.of(new Phase(Phase.Kind.AGEING, 1, "clean", "worn", 0.3, 0.9, null),
                    new Phase(Phase.Kind.LAMP, 2, "worn", "glare", 0.5, 0.5, null)),
            Duration.ZERO);
    private static final String IMAGES = "'state':'COMPLETED','imagesDone':10,'shape':{'channels':1,'height':28,'width':28},'classNames':['good','dent']";

    @TempDir
    Path folder;

    private final Output output = new Output();
    private FakeServices services;

    /** Line B has a history under its first name; windows 2 and 3 have drifted, and a cycle has come of it. */
    @BeforeEach
    void servicesOfALineWhoseLampChanges() throws IOException {
        services = new FakeServices();
        services.answer("GET /lines", 200, "[{'line':'line-b','champion':null}]");
        for (String id : List.of("a", "b", "w1", "w2", "w3")) {
            services.answer("POST /ingestions", 202, "{'id':'%s','state':'RUNNING'}".formatted(id));
        }
        services.answer("GET /ingestions/a", 200, ingestion("a", 0)).answer("GET /ingestions/b", 200,
                ingestion("b", 10));
        services.answer("GET /ingestions/w1", 200, ingestion("w1", 20))
                .answer("GET /ingestions/w2", 200, ingestion("w2", 22))
                .answer("GET /ingestions/w3", 200, ingestion("w3", 24));
        services.answer("POST /adaptations", 202,
                "{'adaptationId':'a1','jobs':[{'jobId':'j1','method':'source'},{'jobId':'j2','method':'teacher'}]}");
        services.answer("GET /adaptations/a1", 200,
                "{'jobs':[{'jobId':'j1','method':'source','state':'COMPLETED','modelVersion':'source-1'},{'jobId':'j2','method':'teacher','state':'COMPLETED','modelVersion':'teacher-1'}]}");
        services.answer("GET /adaptations/a1/summary", 200,
                "{'rows':[{'method':'source','targetAccuracy':0.9,'modelVersion':'source-1'},{'method':'teacher','targetAccuracy':0.95,'modelVersion':'teacher-1'}]}");
        services.answer("PUT /lines/line-b-2/champion", 200, "{}").answer("PUT /lines/line-b-2/compared", 200, "[]")
                .answer("PUT /lines/line-b-2/loop", 200, "{}");
        services.answer("GET /lines/line-b-2/windows", 200,
                "[%s,%s,%s,%s]".formatted(window("dann-2", 25, 3, 0.97, false, score("teacher-1", "previous", 0.8)),
                        window("teacher-1", 23, 2, 0.79, true, score("teacher-1", "champion", 0.79)),
                        window("teacher-1", 21, 1, 0.95, false, score("teacher-1", "champion", 0.95)),
                        window("teacher-1", 11, 0, 0.5, false, score("teacher-1", "champion", 0.5))));
        services.answer("GET /lines/line-b-2/cycles", 200,
                "[{'cycleId':'c1','line':'line-b-2','trigger':'drift','by':'loop','reason':'darker by 22 %','champion':'teacher-1','candidate':'dann-2','state':'PROBATION','outcome':null,"
                        + "'gate':{'verdict':'ACCEPTED','reason':'','paired':null,'validators':[{'name':'agreement','champion':0.5,'candidate':0.6,'low':0.01,'high':0.2,'vote':'candidate'}]},"
                        + "'openedAt':'2026-11-24T14:02:01Z','changedAt':'2026-11-24T14:02:30Z','closedAt':null}]");
        services.answer("GET /lines/line-b-2/promotions", 200,
                "[{'modelVersion':'dann-2','previousModel':'teacher-1','by':'loop','reason':'passed','at':'2026-11-24T14:02:30Z'},{'modelVersion':'teacher-1','previousModel':null,'by':'demo','reason':'x','at':'2026-11-24T13:59:00Z'}]");
    }

    @AfterEach
    void stopServices() {
        services.close();
    }

    @Test
    void playsTheScriptTellsWhatHappensAndReportsIt() throws Exception {
        // When the demo runs
        Path report = folder.resolve("report.json");
        demo(services, new CompletableFuture<>()).run(new DriftJob(null, 3, report), System.nanoTime());

        // Then the loop gets the adapted model as its first, both frozen ones beside it, and is on
        assertThat(services.received("/lines/line-b-2/champion", 1).path("modelVersion").asText())
                .isEqualTo("teacher-1");
        assertThat(services.received("/lines/line-b-2/compared", 1).path("models"))
                .isEqualTo(Json.mapper().valueToTree(List.of("source-1", "teacher-1")));
        assertThat(services.received("/lines/line-b-2/loop", 1))
                .isEqualTo(Json.mapper().createObjectNode().put("by", "demo")
                        .put("reason", "from here on the line looks after itself").put("enabled", true)
                        .put("pinned", false).put("cooldownSeconds", 10).put("shadowBatches", 2));

        // And line B's images were sent without labels for the training, and with them, to score only, afterwards
        assertThat(services.received("/ingestions", 1).path("line").asText()).isEqualTo("line-a");
        assertThat(services.received("/ingestions", 2).path("labels").asText()).isEqualTo("test-only");
        assertThat(services.received("/ingestions", 3)).isEqualTo(Json.mapper().readTree("""
                {"line":"line-b-2","spec":"sim:clean?to=worn&at=0.3&until=0.9&images=200&test=0","labels":"all",
                 "seed":3001,"batchSize":100,"shape":{"channels":1,"height":28,"width":28}}"""));
        assertThat(services.received("/ingestions", 5).path("seed").asLong()).isEqualTo(3003);

        // And the user reads what happened, in order, and which figures were missed
        assertThat(output.text()).containsSubsequence("window 1: the line ages", "window 2: the lamp is changed",
                "darker by 22 %: drift confirmed", "true accuracy, windows 1 to 3",
                "MISSED   The loop's mean true accuracy is 0.9033",
                "met      The worst of 1 promotions changed the true accuracy by +17.0 points");
        assertThat(output.text()).contains("the loop asks for an adaptation: darker by 22 %",
                "the gate accepts dann-2 (1 of 1 validators)", "dann-2 is promoted", "3 of 3 windows scored");

        // And the report has it too, with the chart beside it
        JsonNode json = Json.mapper().readTree(Files.readAllBytes(report));
        assertThat(json.path("line").asText()).isEqualTo("line-b-2");
        assertThat(json.at("/curves/0/points")).hasSize(3);
        assertThat(json.at("/curves/1/points/2/trueAccuracy").asDouble()).isEqualTo(0.8);
        assertThat(json.at("/curves/2/points/2/trueAccuracy").asDouble()).isEqualTo(0.97);
        assertThat(json.at("/figures/detectionWindows").asInt()).isEqualTo(1);
        assertThat(json.path("events").findValuesAsText("kind")).contains("plant", "cycle", "gate", "promoted");
        assertThat(folder.resolve("report.svg")).isRegularFile();
    }

    @Test
    void aModelThatCannotBeTrainedEndsItWithTheReason() throws IOException {
        try (FakeServices failing = new FakeServices()) {
            failing.answer("GET /lines", 200, "[]");
            failing.answer("POST /ingestions", 202, "{'id':'a','state':'RUNNING'}");
            failing.answer("GET /ingestions/a", 200, ingestion("a", 0));
            failing.answer("POST /adaptations", 202,
                    "{'adaptationId':'a1','jobs':[{'jobId':'j1','method':'source'}]}");
            failing.answer("GET /adaptations/a1", 200,
                    "{'jobs':[{'jobId':'j1','method':'source','state':'FAILED','message':'the loss is not a number'}]}");

            assertThatThrownBy(() -> demo(failing, new CompletableFuture<>()).run(new DriftJob(null, 0, null), 0))
                    .isInstanceOf(UserError.class)
                    .hasMessage("The training of source failed: the loss is not a number");
            assertThat(failing.received("/ingestions", 1).path("line").asText()).isEqualTo("line-a");
            assertThat(failing.received("/ingestions", 2).path("line").asText()).isEqualTo("line-b");
        }
    }

    @Test
    void aPartThatDiesEndsIt() {
        CompletableFuture<String> failure = CompletableFuture.completedFuture("training ended with exit code 137");

        assertThatThrownBy(() -> demo(services, failure).run(new DriftJob(null, 0, null), 0))
                .isInstanceOf(UserError.class)
                .hasMessage("training ended with exit code 137");
    }

    private DriftDemo demo(FakeServices fakes, CompletableFuture<String> failure) {
        return new DriftDemo(output.pipe(), service -> fakes.address(), failure, SCRIPT);
    }

    private static String ingestion(String id, int from) {
        return "{'id':'%s',%s,'selections':{'train':{'line':'x','ranges':[{'topic':'captured','partition':0,'fromOffset':%d,'toOffset':%d}]}}}"
                .formatted(id, IMAGES, from, from + 2);
    }

    private static String window(String model, int lastOffset, int minute, double accuracy, boolean drifted,
            String score) {
        return "{'modelVersion':'%s','topic':'captured','partition':0,'lastOffset':%d,'images':200,'drifted':%s,'driftedInARow':1,'confirmed':%s,'classMixChanged':false,'pValues':{},'before':{},'now':{},'diagnosis':'darker by 22 %%','estimate':{'accuracy':0.9,'low':0.85,'high':0.95},'trueAccuracy':%s,'at':'2026-11-24T14:0%d:00Z','scores':[%s,%s]}"
                .formatted(model, lastOffset, drifted, drifted, accuracy, minute, score,
                        score("source-1", "compared", 0.6));
    }

    private static String score(String model, String role, double accuracy) {
        return "{'modelVersion':'%s','role':'%s','estimate':null,'trueAccuracy':%s}".formatted(model, role, accuracy);
    }
}
