package io.crossline.dashboard.stub;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.JobState;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;

/** Documents about the target line in use: a champion, a lamp that fades, a cycle that trains its candidate. */
public final class LoopSamples {

    public static final UUID CYCLE = UUID.fromString("c7c7c7c7-0000-4000-8000-000000000005");
    public static final UUID JOB = UUID.fromString("7e11ab05-0000-4000-8000-000000000001");
    public static final List<String> COMPARED = List.of(Samples.modelVersion(Method.SOURCE),
            Samples.modelVersion(Method.CORAL));

    private static final int WINDOWS = 40;
    private static final int PROMOTED = 10;
    private static final int DARK = 32;

    private LoopSamples() {}

    public static Map<String, Object> line() {
        return Samples.document("line", Samples.TARGET, "servingModel", Samples.modelVersion(Method.DANN), "champion",
                promotion(), "loop", loop(true, false), "cycle", CycleSamples.training(), "compared", COMPARED);
    }

    /** A part with its verdict. */
    static Map<String, Object> part() {
        return Samples.document("partId", "P-0007", "fileName", "P-0007.png", "className", "scratch", "guess",
                "scratch", "probability", 0.934, "modelVersion", Samples.modelVersion(Method.DANN), "capturedAt",
                Samples.NOW.minusSeconds(42).toString(), "predictedAt", Samples.NOW.minusSeconds(41).toString(),
                "topic", Topics.IMAGES_CAPTURED, "partition", 3, "offset", 41, "image", 7, "picture",
                "/lines/" + Samples.TARGET + "/pictures/3/41/7");
    }

    public static Map<String, Object> unserved(String line) {
        return Samples.document("line", line, "servingModel", null, "champion", null, "loop",
                Samples.document("enabled", true, "pinned", false, "by", null, "reason", null, "at", null), "cycle",
                null, "compared", List.of(), "missing",
                "No model serves this line: promote one, on its page or with PUT /lines/" + line
                        + "/champion.");
    }

    public static Map<String, Object> loop(boolean enabled, boolean pinned) {
        return Samples.document("enabled", enabled, "pinned", pinned, "by", "Ada", "reason",
                "the lamp was replaced, let it run", "at", Samples.NOW.minusSeconds(180).toString());
    }

    public static Map<String, Object> settings() {
        return Samples.document("line", Samples.TARGET, "expectedMix", "good>=0.9", "goodClass", "good", "escapeCost",
                20.0, "overkillCost", 1.0, "maxEscapes", 0.01, "turns", false, "backbone", "ab".repeat(32),
                "backboneName",
                "resnet50.onnx", "by", "Ada", "reason", "last year's yield", "at",
                Samples.NOW.minusSeconds(300).toString(), "classNames", List.of("good", "scratch"),
                "backbones", List.of("resnet50.onnx"));
    }

    /** Of a line of which nobody told anything. */
    static Map<String, Object> unset() {
        return Samples.document("line", Samples.TARGET, "expectedMix", null, "goodClass", null, "escapeCost", 1.0,
                "overkillCost", 1.0, "maxEscapes", null, "turns", true, "backbone", null, "backboneName", null, "by",
                null,
                "reason", null, "at", null, "classNames", null, "backbones", List.of());
    }

    public static Map<String, Object> mix() {
        return Samples.document("line", Samples.TARGET, "modelVersion", Samples.modelVersion(Method.DANN), "images",
                400, "told", "good>=0.9", "classes",
                List.of(Samples.document("className", "good", "share", 0.71, "least", 0.66, "most", 0.76, "within",
                        0.9),
                        Samples.document("className", "scratch", "share", 0.29, "least", 0.24, "most", 0.34, "within",
                                0.1)),
                "agreed", true, "conflict", true, "summary",
                "Told: good at least 90 %. Estimated from the newest 400 images: good 71 % (66 to 76 %)."
                        + " One of the two is wrong.");
    }

    static Map<String, Object> unknownMix() {
        return Samples.document("line", Samples.TARGET, "modelVersion", null, "images", 0, "told", null, "classes",
                List.of(), "agreed", null, "conflict", false, "summary",
                "The mix cannot be estimated: no model serves the line.");
    }

    public static Map<String, Object> promotion() {
        return Samples.document("line", Samples.TARGET, "modelVersion", Samples.modelVersion(Method.DANN),
                "previousModel", null, "by", "Ada", "reason", "steadier in bad light", "at",
                Samples.NOW.minusSeconds(240).toString());
    }

    public static Map<String, Object> served() {
        return Samples.document("line", Samples.TARGET, "at", Samples.NOW.toString(), "modelVersion",
                Samples.modelVersion(Method.DANN), "promotion", promotion(), "trainedOn",
                Samples.document("source", trainedOn(Samples.SOURCE), "target", trainedOn(Samples.TARGET)),
                "parentModel", Samples.modelVersion(Method.SOURCE), "targetLabels", List.of());
    }

    private static LineData trainedOn(String line) {
        return new LineData(new DataSelection(line, null, Split.TRAIN,
                List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 2, 0, 46))), null);
    }

    public static List<Object> cycles() {
        return CycleSamples.all();
    }

    /** The open cycle's job, part way. */
    public static Map<String, Object> job() {
        return Samples.document("jobId", JOB, "adaptationId", UUID.fromString("aaaaaaaa-0000-4000-8000-000000000009"),
                "method", Method.TEACHER, "sourceLine", Samples.SOURCE, "targetLine", Samples.TARGET, "state",
                JobState.RUNNING, "phase", "train", "epoch", 3, "epochs", 8, "fraction", 0.41, "losses",
                Map.of("classification", 0.21), "imagesPerSecond", 512.0, "elapsedSeconds", 18.0, "secondsLeft", 26.0,
                "message", "", "modelVersion", null, "history", List.of());
    }

    /** Forty windows, newest first: a champion after ten, a lamp that fades in the last eight. */
    public static List<Object> windows() {
        Random random = new Random(11);
        return IntStream.range(0, WINDOWS).mapToObj(back -> window(WINDOWS - 1 - back, random)).map(Object.class::cast)
                .toList();
    }

    private static Map<String, Object> window(int index, Random random) {
        boolean dark = index >= DARK;
        int row = dark ? index - DARK + 1 : index == 20 ? 1 : 0;
        double source = dark ? 0.62 - 0.025 * row : 0.66;
        double dann = dark ? 0.94 - 0.03 * row : 0.94;
        Map<String, Object> estimate = estimate(index < PROMOTED ? source : dann, random);
        Double truth = index % 4 == 0
                ? Double.valueOf(Math.min(1, (double) estimate.get("accuracy") + 0.02 * random.nextGaussian()))
                : null;
        String serving = Samples.modelVersion(index < PROMOTED ? Method.SOURCE : Method.DANN);
        return Samples.document("modelVersion", serving, "topic", "crossline.images.captured.v1", "partition", 2,
                "lastOffset", 100 + 2 * index, "images", 200, "drifted", row > 0, "driftedInARow", row, "confirmed",
                row == 2, "classMixChanged", false, "pValues",
                Samples.document("features", dark ? 0.005 : 0.4, "brightness", dark ? 0.0001 : 0.31, "contrast",
                        dark ? 0.0009 : 0.55, "sharpness", 0.48),
                "before", Samples.document("brightness", 96.0, "contrast", 41.2, "sharpness", 1.31), "now",
                Samples.document("brightness", dark ? 75.0 : 96.2, "contrast", dark ? 33.4 : 41.0, "sharpness", 1.3),
                "diagnosis",
                dark
                        ? "darker by 22 %, poorer in contrast by 19 %; the class mix is unchanged"
                        : "the pictures are unchanged; the class mix is unchanged",
                "estimate", estimate, "trueAccuracy", truth, "at",
                Samples.NOW.minusSeconds(10L * (WINDOWS - index)).toString(), "scores",
                Stream.of(score(serving, "champion", estimate, truth),
                        score(COMPARED.get(0), "previous", estimate(source, random), truth == null ? null : source),
                        score(COMPARED.get(1), "compared", estimate(dann - 0.08, random),
                                truth == null ? null : dann - 0.08))
                        .filter(score -> score.get("role").equals("champion")
                                || !score.get("modelVersion").equals(serving))
                        .toList());
    }

    private static Map<String, Object> score(String model, String role, Map<String, Object> estimate, Double truth) {
        return Samples.document("modelVersion", model, "role", role, "estimate", estimate, "trueAccuracy", truth);
    }

    private static Map<String, Object> estimate(double accuracy, Random random) {
        double estimated = Math.min(1, accuracy + 0.02 * random.nextGaussian());
        return Samples.document("accuracy", estimated, "low", estimated - 0.06, "high",
                Math.min(1, estimated + 0.05));
    }
}
