package io.crossline.dashboard.stub;

import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The four services for a Quarkus test; a test takes them from {@link #current()} and tells them what to answer. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

    /** The launcher's; there is none unless a test writes it. */
    public static final Path PARTS_FILE = Path.of("target", "parts.json").toAbsolutePath();

    private static FakeServices current;

    private FakeService ingest;
    private FakeService training;
    private FakeService translation;
    private FakeService evaluation;

    public static FakeServices current() {
        return current;
    }

    @Override
    public Map<String, String> start() {
        startAt(0, 0, 0, 0);
        current = this;
        return Map.of("crossline.ingest.url", ingest.url(), "crossline.training.url", training.url(),
                "crossline.translation.url", translation.url(), "crossline.evaluation.url", evaluation.url(),
                "crossline.dashboard.parts-file", PARTS_FILE.toString());
    }

    void startAt(int ingestPort, int translationPort, int trainingPort, int evaluationPort) {
        ingest = new FakeService(ingestPort);
        translation = new FakeService(translationPort);
        training = new FakeService(trainingPort);
        evaluation = new FakeService(evaluationPort);
    }

    public FakeService ingest() {
        return ingest;
    }

    public FakeService training() {
        return training;
    }

    public FakeService translation() {
        return translation;
    }

    public FakeService evaluation() {
        return evaluation;
    }

    public void clear() {
        ingest.clear();
        training.clear();
        translation.clear();
        evaluation.clear();
    }

    @Override
    public void stop() {
        ingest.close();
        training.close();
        translation.close();
        evaluation.close();
    }
}
