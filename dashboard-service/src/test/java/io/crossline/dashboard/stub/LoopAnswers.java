package io.crossline.dashboard.stub;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.crossline.dashboard.stub.FakeService.Answer;

/** What evaluation-service answers about the loop of the target line, and training-service about the loop's job. */
final class LoopAnswers {

    private static final int LABELS_AT_START = 23;

    private LoopAnswers() {}

    /** A line that delivers images and that no model serves yet. */
    static void unserved(FakeServices services, String name) {
        FakeService evaluation = services.evaluation();
        String line = "/lines/" + name;
        evaluation.json(line, () -> LoopSamples.unserved(name));
        evaluation.json(line + "/settings", LoopSamples::unset);
        evaluation.json(line + "/mix", LoopSamples::unknownMix);
        evaluation.json(line + "/windows", List::of);
        evaluation.json(line + "/cycles", List::of);
        evaluation.json(line + "/labels", () -> Samples.document("given", 0, "byClass", Map.of(), "cycles", List.of()));
        evaluation.json(line + "/unknown", UnknownSamples::none);
        evaluation.json(line + "/unusable", UnusableSamples::none);
        evaluation.json("/audit", List::of);
        evaluation.json("/audit/verification", () -> Samples.document("entries", 0, "intact", true, "firstBroken", null,
                "reason", "no entry yet"));
    }

    static void give(FakeServices services) {
        FakeService evaluation = services.evaluation();
        String line = "/lines/" + Samples.TARGET;
        evaluation.json(line, LoopSamples::line);
        evaluation.json(line + "/settings", LoopSamples::settings);
        evaluation.json(line + "/mix", LoopSamples::mix);
        evaluation.json(line + "/windows", LoopSamples::windows);
        evaluation.json(line + "/promotions", () -> List.of(LoopSamples.promotion()));
        evaluation.json(line + "/cycles", LoopSamples::cycles);
        evaluation.json(line + "/serving", LoopSamples::served);
        evaluation.json(line + "/champion", LoopSamples::promotion);
        evaluation.json(line + "/loop", () -> LoopSamples.loop(true, false));
        evaluation.json(line + "/compared", () -> LoopSamples.COMPARED);
        evaluation.on("POST " + line + "/rollback",
                () -> Answer.problem(409, "There is no champion before dann-3f2a9c12."));
        evaluation.on("POST " + line + "/cycles",
                () -> Answer.problem(409, "A cycle is open: its candidate is being trained."));
        evaluation.on(line + "/examples/then", () -> Answer.png(Pictures.contactSheet(12, false, 3)));
        evaluation.on(line + "/examples/now", () -> Answer.png(Pictures.contactSheet(12, true, 9)));
        evaluation.json("/audit", AuditSamples::entries);
        evaluation.json("/audit/verification", AuditSamples::intact);
        services.training().json("/jobs/" + LoopSamples.JOB, LoopSamples::job);
        labels(evaluation, line);
        evaluation.json(line + "/predictions", () -> List.of(LoopSamples.part()));
        evaluation.on(line + "/pictures/3/41/7", () -> Answer.png(Pictures.contactSheet(1, false, 5)));
        evaluation.json(line + "/unknown", UnknownSamples::groups);
        evaluation.json(line + "/unusable", UnusableSamples::some);
        evaluation.json(line + "/unknown/names", UnknownSamples::named);
    }

    private static void labels(FakeService evaluation, String line) {
        AtomicInteger given = new AtomicInteger(LABELS_AT_START);
        evaluation.json(line + "/label-queue", LabelSamples::queue);
        evaluation.json(line + "/labels", () -> LabelSamples.labels(given.get()));
        evaluation.on("POST " + line + "/labels", () -> {
            given.incrementAndGet();
            return Answer.json(201, LabelSamples.label());
        });
    }
}
