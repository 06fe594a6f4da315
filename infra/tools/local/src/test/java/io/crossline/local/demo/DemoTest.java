package io.crossline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

class DemoTest {

    private static final String SHAPE = "'shape':{'channels':1,'height':28,'width':28}";
    private static final String CLASSES = "'classNames':['good','scratch']";

    @TempDir
    Path folder;

    private final Output output = new Output();
    private FakeServices services;

    @BeforeEach
    void servicesThatHaveBothLinesImages() throws IOException {
        services = new FakeServices();
        services.answer("POST /ingestions", 202, "{'id':'s','state':'RUNNING'}").answer("POST /ingestions", 202,
                "{'id':'t','state':'RUNNING'}");
        services.answer("GET /ingestions/s", 200,
                "{'id':'s','state':'RUNNING','phase':'publishing','imagesDone':500,'imagesTotal':1000," + SHAPE + "}");
        services.answer("GET /ingestions/s", 200, completed("s", "sim:clean"));
        services.answer("GET /ingestions/t", 200, completed("t", "sim:worn"));
        services.answer("POST /adaptations", 202,
                "{'adaptationId':'a1','jobs':[{'jobId':'j1','method':'source'},{'jobId':'j2','method':'dann'}]}");
    }

    @AfterEach
    void stopServices() {
        services.close();
    }

    @Test
    void runsTheJobAndReportsIt() throws Exception {
        // Given jobs that run and complete, and a summary that comes a little later
        services.answer("GET /adaptations/a1", 200,
                jobs("'state':'RUNNING','phase':'train','epoch':1,'epochs':2,'fraction':0.5,'losses':{'total':0.25},"
                        + "'imagesPerSecond':900,'secondsLeft':12", "'state':'QUEUED'"));
        services.answer("GET /adaptations/a1", 200,
                jobs("'state':'COMPLETED','modelVersion':'source-1','elapsedSeconds':20",
                        "'state':'COMPLETED','modelVersion':'dann-1','elapsedSeconds':30"));
        services.answer("GET /adaptations/a1/summary", 404, "");
        services.answer("GET /adaptations/a1/summary", 200,
                "{'backend':'cpu','complete':true,'recommended':null,'recommendation':null,'rows':["
                        + row("source", 0.6)
                        + "," + row("dann", 0.9) + "]}");
        services.answer("GET /adaptations/a1/summary", 200, summary("," + row("dann", 0.9)));

        // When the demo runs
        Path report = folder.resolve("report.json");
        boolean succeeded = demo().run(job(report));

        // Then the user sees the progress and the table, and the report holds the numbers
        assertThat(succeeded).isTrue();
        assertThat(output.text()).contains("train, epoch 1/2, loss 0.250, 900 images/s, 12 s left")
                .contains("dann-1 in 30 s").contains("50 %  publishing, 500 of 1,000 images").contains("is won back");
        assertThat(Json.mapper().readTree(Files.readAllBytes(report)).path("rows")).hasSize(2);
        assertThat(Json.mapper().readTree(Files.readAllBytes(report)).path("recommended").asText()).isEqualTo("dann");

        // And the recommendation, which comes a little after the scores, leads
        assertThat(output.text().indexOf("Recommended: dann (4 of 5 validators")).isPositive()
                .isLessThan(output.text().indexOf("source accuracy"));

        // And the target's training labels were not asked for, in the source's shape
        assertThat(services.received("/ingestions", 1).path("labels").asText()).isEqualTo("all");
        assertThat(services.received("/ingestions", 2).path("labels").asText()).isEqualTo("test-only");
        assertThat(services.received("/ingestions", 2).path("shape").path("height").asInt()).isEqualTo(28);
        assertThat(services.received("/adaptations", 1).path("target").path("train").path("line").asText())
                .isEqualTo("t");
    }

    @Test
    void whatIsToldOfTheTargetIsSetBeforeTheAdaptation() throws Exception {
        services.answer("PUT /lines/worn/settings", 200, "{}");
        services.answer("GET /adaptations/a1", 200,
                jobs("'state':'COMPLETED','modelVersion':'source-1','elapsedSeconds':20",
                        "'state':'COMPLETED','modelVersion':'dann-1','elapsedSeconds':30"));
        services.answer("GET /adaptations/a1/summary", 200, summary("," + row("dann", 0.9)));

        demo().run(job(null, LineSettings.parse("good>=0.9", "good", false)));

        JsonNode set = services.received("/lines/worn/settings", 1);
        assertThat(set.path("expectedMix").asText()).isEqualTo("good>=0.9");
        assertThat(set.path("goodClass").asText()).isEqualTo("good");
        assertThat(set.path("by").asText()).isEqualTo("demo");
        assertThat(set.path("reason").asText()).isEqualTo("Told with --expected-mix and --good-class and --no-turns.");
        assertThat(set.path("turns").asBoolean(true)).isFalse();
        assertThat(services.received("/adaptations", 1).path("turns").asBoolean(true)).isFalse();
        assertThat(services.received("/adaptations", 1).path("expectedMix").asText()).isEqualTo("good>=0.9");
    }

    @Test
    void whatNamesAnUnknownClassIsRefusedBeforeAnythingIsSet() {
        assertThatThrownBy(() -> demo().run(job(null, LineSettings.parse("dent=0.1", null, true))))
                .isInstanceOf(UserError.class).hasMessageContaining("--expected-mix is 'dent=0.1'")
                .hasMessageContaining("names the class 'dent'");
        assertThatThrownBy(() -> demo().run(job(null, LineSettings.parse(null, "dent", true))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--good-class is 'dent'");
        assertThat(services.received("/lines/worn/settings", 1)).isNull();
    }

    @Test
    void aJobThatFailsIsToldAndTheOthersAreStillShown() throws Exception {
        services.answer("GET /adaptations/a1", 200,
                jobs("'state':'COMPLETED','modelVersion':'source-1','elapsedSeconds':20",
                        "'state':'FAILED','message':'the loss is not a number'"));
        services.answer("GET /adaptations/a1/summary", 200, summary(""));

        boolean succeeded = demo().run(job(null));

        assertThat(succeeded).isFalse();
        assertThat(output.text()).contains("source     ").contains("0.9900")
                .contains("Error: The training of dann failed: the loss is not a number");
    }

    @Test
    void aRefusalSaysWhichFieldIsAtFault() throws IOException {
        try (FakeServices refusing = new FakeServices()) {
            refusing.answer("POST /ingestions", 400,
                    "{'title':'Bad Request','detail':'no such profile','field':'spec'}");

            assertThatThrownBy(() -> demo(refusing, new CompletableFuture<>()).run(job(null)))
                    .isInstanceOf(UserError.class)
                    .hasMessage("ingest refused POST /ingestions (400): spec: no such profile");
        }
    }

    /** Given an ingest service that has lost its memory in a restart, when the demo asks for its ingestion, then it begins again. */
    @Test
    void anIngestionThatIsForgottenIsAskedAgain() throws Exception {
        try (FakeServices restarted = new FakeServices()) {
            restarted.answer("POST /ingestions", 202, "{'id':'lost','state':'RUNNING'}")
                    .answer("POST /ingestions", 202, "{'id':'s','state':'RUNNING'}")
                    .answer("POST /ingestions", 202, "{'id':'t','state':'RUNNING'}")
                    .answer("GET /ingestions/s", 200, completed("s", "sim:clean"))
                    .answer("GET /ingestions/t", 200, completed("t", "sim:worn"));

            Ingestions.Result images = new Ingestions(new RestClient("ingest", restarted.address()),
                    new Ticker(new CompletableFuture<>()), output.pipe()).run(job(null));

            assertThat(images.source().path("id").asText()).isEqualTo("s");
            assertThat(restarted.received("/ingestions", 2)).isEqualTo(restarted.received("/ingestions", 1));
            assertThat(output.text()).contains("ingest has forgotten the ingestion of sim:clean; it is asked again.");
        }
    }

    @Test
    void aPartThatStaysDownEndsTheDemo() {
        CompletableFuture<String> failure = CompletableFuture.completedFuture("training ended with exit code 137");

        assertThatThrownBy(() -> demo(services, failure).run(job(null))).isInstanceOf(UserError.class)
                .hasMessage("training ended with exit code 137");
    }

    private Demo demo() {
        return demo(services, new CompletableFuture<>());
    }

    private Demo demo(FakeServices fakes, CompletableFuture<String> failure) {
        return new Demo(output.pipe(), service -> fakes.address(), failure);
    }

    private static DemoJob job(Path report) {
        return job(report, LineSettings.NONE);
    }

    private static DemoJob job(Path report, LineSettings settings) {
        return new DemoJob(new ImageSpec("sim:clean", "sim:clean", "clean"),
                new ImageSpec("sim:worn", "sim:worn", "worn"),
                DemoJob.methods("source,dann"), "quick", 3, null, settings, report);
    }

    private static String completed(String line, String spec) {
        return ("{'id':'%s','state':'COMPLETED','spec':'%s','imagesDone':1000,'imagesTotal':1000,%s,%s,"
                + "'selections':{'train':{'line':'%s'},'test':{'line':'%s'}}}")
                .formatted(line, spec, SHAPE, CLASSES, line, line);
    }

    private static String jobs(String source, String dann) {
        return "{'jobs':[{'jobId':'j1','method':'source',%s},{'jobId':'j2','method':'dann',%s}]}".formatted(source,
                dann);
    }

    private static String summary(String more) {
        return "{'backend':'cpu','complete':true,'recommended':'dann','recommendation':{'modelVersion':'dann-1','method':'dann',"
                + "'reason':'Recommended: dann (4 of 5 validators).'},'rows':[" + row("source", 0.6) + more + "]}";
    }

    private static String row(String method, double targetAccuracy) {
        return "{'method':'%s','sourceAccuracy':0.99,'targetAccuracy':%s,'improvement':%s,'trainSeconds':20,'imagesPerSecond':900,'modelVersion':'%s-1'}"
                .formatted(method, targetAccuracy, targetAccuracy - 0.6, method);
    }
}
