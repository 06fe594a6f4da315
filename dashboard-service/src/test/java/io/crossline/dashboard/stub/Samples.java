package io.crossline.dashboard.stub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import io.crossline.contracts.JobState;
import io.crossline.contracts.Method;

/** Documents of one adaptation as the services give them. */
public final class Samples {

    public static final UUID ADAPTATION = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000002");
    public static final String SOURCE = "press-a";
    public static final String TARGET = "press-b";
    public static final List<String> CLASSES = List.of("good", "scratch", "hole", "dent", "stain", "missing");
    public static final List<Method> METHODS = List.of(Method.SOURCE, Method.CYCLEGAN, Method.DANN, Method.CORAL);

    private static final double[] SOURCE_ACCURACY = {0.9883, 0.9791, 0.9826, 0.9862};
    private static final double[] TARGET_ACCURACY = {0.6142, 0.9317, 0.9475, 0.8508};
    private static final double[] ESCAPES = {0.121, 0.031, 0.024, 0.078};
    private static final double[] OVERKILL = {0.412, 0.018, 0.006, 0.054};
    private static final double[] SECONDS = {21.4, 164.2, 48.9, 39.6};
    private static final double[] SPEED = {1120, 96.4, 486, 598};
    static final Instant NOW = Instant.now();

    private Samples() {}

    /** Key, value, key, value ... in that order; unlike {@link Map#of} it takes nulls. */
    static Map<String, Object> document(Object... entries) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            document.put((String) entries[i], entries[i + 1]);
        }
        return document;
    }

    public static UUID jobId(Method method) {
        return UUID.fromString("3f2a9c1%d-0000-4000-8000-000000000001".formatted(method.ordinal()));
    }

    public static String modelVersion(Method method) {
        return method.id() + "-" + jobId(method);
    }

    public static String generatorVersion() {
        return "generator-" + jobId(Method.CYCLEGAN);
    }

    public static List<Object> lines() {
        return List.of(line(SOURCE, 12_800, 100, 640), line(TARGET, 10_240, 80, 512.5));
    }

    private static Map<String, Object> line(String name, int images, int batches, double speed) {
        return document("line", name, "imagesTotal", images, "batchesTotal", batches, "imagesPerSecond", speed,
                "lastCapturedAt", NOW.minusSeconds(4).toString(), "classNames", CLASSES, "shape",
                document("channels", 1, "height", 28, "width", 28));
    }

    public static Map<String, Object> adaptation(List<Object> jobs, String state) {
        return document("adaptationId", ADAPTATION, "sourceLine", SOURCE, "targetLine", TARGET, "preset", "quick",
                "seed", 0, "backend", "cpu", "methods", METHODS, "jobs", jobs, "state", state, "createdAt",
                NOW.minusSeconds(320).toString());
    }

    /** @param epochs done so far, of {@code of} */
    public static Map<String, Object> job(Method method, JobState state, int epochs, int of, String message) {
        boolean done = state == JobState.COMPLETED;
        double fraction = done ? 1 : epochs / (double) of;
        List<Object> history = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            history.add(document("epoch", epoch, "phase", phase(method, epoch, of), "losses", losses(method, epoch),
                    "metrics", document("sourceAccuracy", 0.99 - 0.25 / epoch)));
        }
        return document("jobId", jobId(method), "adaptationId", ADAPTATION, "method", method, "sourceLine", SOURCE,
                "targetLine", TARGET, "state", state, "phase", phase(method, epochs, of), "epoch", epochs, "epochs", of,
                "fraction", fraction, "losses", losses(method, Math.max(1, epochs)), "imagesPerSecond",
                epochs == 0 ? 0 : SPEED[method.ordinal()], "elapsedSeconds", SECONDS[method.ordinal()] * fraction,
                "secondsLeft", done || epochs == 0 ? null : SECONDS[method.ordinal()] * (1 - fraction), "message",
                message, "modelVersion", done ? modelVersion(method) : null,
                "generatorVersion", method == Method.CYCLEGAN ? generatorVersion() : null, "history", history);
    }

    static String phase(Method method, int epoch, int of) {
        if (method != Method.CYCLEGAN) {
            return "train";
        }
        return epoch > of - 3 ? "fine-tune" : "train-generators";
    }

    static Map<String, Object> losses(Method method, double epoch) {
        Random noise = new Random((long) (epoch * 1000) + method.ordinal());
        double decay = Math.exp(-epoch / 4) + 0.03 * noise.nextDouble();
        return switch (method) {
            case SOURCE -> document("label", 1.6 * decay + 0.02);
            case CYCLEGAN -> document("adversarial", 0.9 * decay + 0.3, "cycle", 4 * decay + 0.7, "discriminator",
                    0.5 * decay + 0.2, "identity", 2 * decay + 0.4);
            case DANN -> document("domain", 0.69 - 0.3 * decay, "label", 0.8 * decay + 0.03, "targetEntropy",
                    0.9 * decay + 0.05);
            case CORAL -> document("coral", 0.02 * decay + 0.001, "label", 0.7 * decay + 0.02);
            case MMD -> document("classification", 0.7 * decay + 0.02, "mmd", 0.02 * decay + 0.001);
            case CORAL_LINEAR -> document("classification", 0.5 * decay + 0.02);
            case ADABN -> document();
            case SELF_TRAINING -> document("classification", 0.4 * decay + 0.02, "pseudoLabels", 0.5 * decay + 0.1);
            case TEACHER -> document("classification", 0.6 * decay + 0.02, "consistency", 0.2 * decay + 0.01);
        };
    }

    public static Map<String, Object> summary(List<Method> finished) {
        List<Object> rows = finished.stream().map(method -> {
            int i = method.ordinal();
            return (Object) document("method", method, "sourceAccuracy", SOURCE_ACCURACY[i], "targetAccuracy",
                    TARGET_ACCURACY[i], "improvement", TARGET_ACCURACY[i] - TARGET_ACCURACY[0],
                    "sourceBalancedAccuracy", SOURCE_ACCURACY[i], "sourceBalancedAccuracyInterval",
                    InspectionSamples.interval(SOURCE_ACCURACY[i]), "targetBalancedAccuracy", TARGET_ACCURACY[i] - 0.02,
                    "targetBalancedAccuracyInterval", InspectionSamples.interval(TARGET_ACCURACY[i] - 0.02),
                    "targetEscapes", ESCAPES[i], "targetEscapesInterval", InspectionSamples.interval(ESCAPES[i]),
                    "targetOverkill", OVERKILL[i], "targetOverkillInterval", InspectionSamples.interval(OVERKILL[i]),
                    "targetCost", ESCAPES[i] + OVERKILL[i], "trainSeconds", SECONDS[i], "imagesPerSecond", SPEED[i],
                    "modelVersion", modelVersion(method));
        }).toList();
        return document("adaptationId", ADAPTATION, "source", "sim:bright", "target", "sim:worn", "sourceLine", SOURCE,
                "targetLine", TARGET, "preset", "quick", "seed", 0, "backend", "cpu", "complete",
                finished.size() == METHODS.size(), "recommended", finished.contains(Method.DANN) ? Method.DANN : null,
                "recommendation", InspectionSamples.recommendation(finished), "rows", rows);
    }

    public static Map<String, Object> evaluation(Method method) {
        int i = method.ordinal();
        return document("modelVersion", modelVersion(method), "kind", "CLASSIFIER", "method", method, "adaptationId",
                ADAPTATION, "sourceLine", SOURCE, "targetLine", TARGET, "verdict", "ACCEPTED", "reason",
                "scored 2,400 images", "evaluatedAt", NOW.toString(), "scores",
                List.of(score(SOURCE, "source", SOURCE_ACCURACY[i]), score(TARGET, "target", TARGET_ACCURACY[i])));
    }

    public static Map<String, Object> generatorEvaluation() {
        return document("modelVersion", generatorVersion(), "kind", "GENERATOR", "method", Method.CYCLEGAN,
                "adaptationId", ADAPTATION, "sourceLine", SOURCE, "targetLine", TARGET, "verdict", "ACCEPTED", "reason",
                "cycle error 0.081, no collapse", "evaluatedAt", NOW.toString(), "scores", List.of());
    }

    private static Map<String, Object> score(String line, String role, double accuracy) {
        Random random = new Random(line.hashCode() + Math.round(accuracy * 1e4));
        int[][] confusion = new int[CLASSES.size()][CLASSES.size()];
        List<Object> classes = new ArrayList<>();
        for (int truth = 0; truth < CLASSES.size(); truth++) {
            double right = Math.min(1, accuracy + 0.08 * random.nextGaussian() * (1 - accuracy));
            for (int image = 0; image < 200; image++) {
                confusion[truth][random.nextDouble() < right ? truth : random.nextInt(CLASSES.size())]++;
            }
        }
        for (int truth = 0; truth < CLASSES.size(); truth++) {
            int column = truth;
            int predicted = IntStream.range(0, CLASSES.size()).map(row -> confusion[row][column]).sum();
            classes.add(document("className", CLASSES.get(truth), "precision",
                    predicted == 0 ? null : confusion[truth][truth] / (double) predicted, "recall",
                    confusion[truth][truth] / 200.0, "support", 200));
        }
        return document("line", line, "role", role, "images", 200 * CLASSES.size(), "accuracy", accuracy,
                "balancedAccuracy", InspectionSamples.share(accuracy), "goodClass", "good", "escapes",
                InspectionSamples.share(0.3 * (1 - accuracy)), "overkill", InspectionSamples.share(1 - accuracy),
                "cost",
                0.5 * (1 - accuracy), "calibrationError", 0.021 + 0.2 * (1 - accuracy), "confusion", confusion,
                "classes", classes, "trade", role.equals("target") ? InspectionSamples.trade(1 - accuracy) : null);
    }

    public static Map<String, Object> projection(Method method) {
        return document("classNames", CLASSES, "before",
                document("modelVersion", modelVersion(Method.SOURCE), "points", points(1.6, 5)), "after",
                document("modelVersion", modelVersion(method), "points", points(0.25, 6)));
    }

    private static List<Object> points(double shift, long seed) {
        Random random = new Random(seed);
        List<Object> points = new ArrayList<>();
        for (int label = 0; label < CLASSES.size(); label++) {
            double angle = label * 2 * Math.PI / CLASSES.size();
            for (int i = 0; i < 60; i++) {
                points.add(document("x", 4 * Math.cos(angle) + 0.6 * random.nextGaussian(), "y",
                        3 * Math.sin(angle) + 0.5 * random.nextGaussian(), "label", label, "line", "source"));
                points.add(document("x", 4 * Math.cos(angle) * (1 - shift / 4) + shift + 0.7 * random.nextGaussian(),
                        "y", 3 * Math.sin(angle) * (1 - shift / 4) - shift + 0.6 * random.nextGaussian(), "label",
                        label, "line", "target"));
            }
        }
        return points;
    }

    public static Map<String, Object> generator() {
        return document("modelVersion", generatorVersion(), "sourceLine", SOURCE, "targetLine", TARGET, "state",
                "READY", "translated", 12_800, "total", 12_800, "imagesPerSecond", 410.0);
    }

    public static Map<String, Object> gallery() {
        List<Object> columns = IntStream.range(0, CLASSES.size())
                .mapToObj(label -> (Object) document("className", CLASSES.get(label), "sourceOriginal",
                        Pictures.dataUri(label, false, 1), "targetOriginal", Pictures.dataUri(label, true, 2),
                        "generatedTarget", Pictures.dataUri(label, true, 1), "reconstructedSource",
                        Pictures.dataUri(label, false, 1)))
                .toList();
        return document("modelVersion", generatorVersion(), "sourceLine", SOURCE, "targetLine", TARGET, "classNames",
                CLASSES, "columns", columns);
    }
}
