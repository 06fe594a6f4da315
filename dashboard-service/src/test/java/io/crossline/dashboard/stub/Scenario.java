package io.crossline.dashboard.stub;

import java.util.List;

import io.crossline.contracts.JobState;
import io.crossline.contracts.Method;
import io.crossline.dashboard.stub.FakeService.Answer;

/** What the four services answer at a moment of an adaptation's life. */
public enum Scenario {
    /** Nothing was ever sent. */
    EMPTY,
    /** The source classifier is ready, the generators train. */
    RUNNING,
    /** One job has failed. */
    FAILED,
    /** All is done. */
    FINISHED;

    public void play(FakeServices services) {
        play(services, 1);
    }

    /** @param lines in use when all is done */
    void play(FakeServices services, int lines) {
        services.clear();
        services.ingest().json("/lines", () -> switch (this) {
            case EMPTY -> List.of();
            case FINISHED -> LineSamples.delivering(lines);
            default -> Samples.lines();
        });
        services.ingest().json("/watched/refused",
                () -> this == FINISHED ? List.of(RefusedSamples.watched()) : List.of());
        services.ingest().json("/ingestions", () -> this == FINISHED ? RefusedSamples.ingestions() : List.of());
        services.training().json("/adaptations",
                () -> this == EMPTY ? List.of() : List.of(Samples.adaptation(jobs(), state())));
        services.evaluation().json("/adaptations", List::of);
        services.evaluation().json("/line-overview",
                () -> this == FINISHED ? LineSamples.overview(lines) : List.of());
        services.evaluation().json("/evaluations", () -> evaluated().stream().map(Samples::evaluation).toList());
        services.translation().json("/generators", () -> this == FINISHED ? List.of(Samples.generator()) : List.of());
        if (this == EMPTY) {
            return;
        }
        services.ingest().on("/lines/" + Samples.SOURCE + "/preview",
                () -> Answer.png(Pictures.contactSheet(12, false, 1)));
        services.ingest().on("/lines/" + Samples.TARGET + "/preview",
                () -> Answer.png(Pictures.contactSheet(12, true, 7)));
        PictureSamples.give(services.ingest());
        String adaptation = "/adaptations/" + Samples.ADAPTATION;
        services.training().json(adaptation, () -> Samples.adaptation(jobs(), state()));
        services.training().json("/jobs", this::jobs);
        for (Method method : METHODS) {
            services.training().on("/jobs/" + Samples.jobId(method), () -> FakeService.text(202, ""));
        }
        services.evaluation().json(adaptation + "/summary", () -> Samples.summary(evaluated()));
        for (Method method : evaluated()) {
            String evaluation = "/evaluations/" + Samples.modelVersion(method);
            services.evaluation().json(evaluation, () -> Samples.evaluation(method));
            services.evaluation().json(evaluation + "/projection", () -> Samples.projection(method));
        }
        if (this != FINISHED) {
            LoopAnswers.unserved(services, Samples.TARGET);
        } else {
            LoopAnswers.unserved(services, LineSamples.WITHOUT_MODEL);
            LoopAnswers.give(services);
            services.evaluation().json("/evaluations/" + Samples.generatorVersion(), Samples::generatorEvaluation);
            services.translation().json("/generators/" + Samples.generatorVersion() + "/gallery", Samples::gallery);
        }
    }

    private static final List<Method> METHODS = List.of(Method.SOURCE, Method.CYCLEGAN, Method.DANN, Method.CORAL);

    private String state() {
        return this == FINISHED ? "COMPLETED" : this == FAILED ? "FAILED" : "RUNNING";
    }

    private List<Method> evaluated() {
        return switch (this) {
            case EMPTY -> List.of();
            case RUNNING -> List.of(Method.SOURCE);
            case FAILED -> List.of(Method.SOURCE, Method.DANN, Method.CORAL);
            case FINISHED -> METHODS;
        };
    }

    private List<Object> jobs() {
        return METHODS.stream().map(this::job).toList();
    }

    private Object job(Method method) {
        if (this == FAILED && method == Method.CYCLEGAN) {
            return Samples.job(method, JobState.FAILED, 7, 12, "No translated image came for 10 minutes. Is "
                    + "translation-service running and the generator accepted? See GET /generators.");
        }
        if (this == RUNNING && method != Method.SOURCE) {
            return method == Method.CYCLEGAN
                    ? Samples.job(method, JobState.RUNNING, 5, 12, "")
                    : Samples.job(method, JobState.QUEUED, 0, 8, "");
        }
        return Samples.job(method, JobState.COMPLETED, method == Method.CYCLEGAN ? 12 : 8,
                method == Method.CYCLEGAN ? 12 : 8, "");
    }
}
