package io.crossline.local.demo.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Method;
import io.crossline.local.UserError;
import io.crossline.local.console.Terminal;
import io.crossline.local.demo.Adaptation;
import io.crossline.local.demo.DemoJob;
import io.crossline.local.demo.ImageSpec;
import io.crossline.local.demo.Ingestions;
import io.crossline.local.demo.LineSettings;
import io.crossline.local.demo.Report;
import io.crossline.local.demo.Summary;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/** What a plant does by hand before the loop takes over: trains on line A, adapts to line B, promotes. */
final class Preparation {

    private static final String LINE_A = "line-a";
    private static final String LINE_B = "line-b";

    private static final String PRESET = "quick";

    private final RestClient ingest;
    private final RestClient training;
    private final RestClient evaluation;
    private final Ticker ticker;
    private final Terminal terminal;

    Preparation(RestClient ingest, RestClient training, RestClient evaluation, Ticker ticker, Terminal terminal) {
        this.ingest = ingest;
        this.training = training;
        this.evaluation = evaluation;
        this.ticker = ticker;
        this.terminal = terminal;
    }

    /**
     * The line in use.
     *
     * @param shape of its images, as the ingest service takes it
     * @param adaptedModel the line's first champion
     */
    record Prepared(String line, JsonNode shape, String sourceModel, String adaptedModel) {}

    /** @throws UserError if a step fails */
    Prepared run(DriftJob drift, AgeingScript script) throws InterruptedException {
        String lineB = freeLine();
        // as the loop, which takes the method that gives its labels under the told mix
        Method adaptedBy = drift.good() == null ? Method.TEACHER : Method.SELF_TRAINING;
        DemoJob job = new DemoJob(new ImageSpec(AgeingScript.SOURCE, AgeingScript.SOURCE, LINE_A),
                new ImageSpec(script.firstStretch(), script.firstStretch(), lineB),
                List.of(Method.SOURCE, adaptedBy), PRESET, drift.seed(), null, told(drift), null);
        Ingestions.Result images = new Ingestions(ingest, ticker, terminal).run(job);
        job.settings().tell(evaluation, lineB, images.source().path("classNames"));
        Adaptation.Result trained = new Adaptation(training, ticker, terminal).run(job, images);
        if (!trained.failures().isEmpty()) {
            throw new UserError(String.join(" ", trained.failures()));
        }
        Report scores = new Summary(evaluation, ticker, terminal).await(job, trained,
                job.methods().stream().map(Method::id).toList());
        Prepared prepared = new Prepared(lineB, images.source().path("shape"), model(scores, Method.SOURCE),
                model(scores, adaptedBy));
        handOver(prepared);
        return prepared;
    }

    private static LineSettings told(DriftJob drift) {
        return drift.good() == null ? LineSettings.NONE : LineSettings.parse("good=" + drift.good(), "good", true);
    }

    private void handOver(Prepared prepared) throws InterruptedException {
        LoopLine line = new LoopLine(evaluation, prepared.line());
        line.promote(prepared.adaptedModel(), "adapted to the line's first images");
        line.compare(List.of(prepared.sourceModel(), prepared.adaptedModel()), "frozen, to compare the loop with");
        line.switchLoopOn("from here on the line looks after itself");
        terminal.line("  %s serves line %s; the loop is on.".formatted(prepared.adaptedModel(), prepared.line()));
    }

    /** Images that are in Kafka already are not sent again, so each run gets a line of its own. */
    private String freeLine() throws InterruptedException {
        List<String> taken = new ArrayList<>();
        StreamSupport.stream(evaluation.get("/lines?limit=1000").spliterator(), false)
                .forEach(each -> taken.add(each.path("line").asText()));
        String line = LINE_B;
        for (int n = 2; taken.contains(line); n++) {
            line = LINE_B + "-" + n;
        }
        return line;
    }

    private static String model(Report scores, Method method) {
        return scores.rows().stream().filter(row -> row.method().equals(method.id())).map(Report.Row::modelVersion)
                .findFirst().orElseThrow(() -> new UserError(
                        "The evaluation service has no model of the method %s in its summary.".formatted(method.id())));
    }
}
