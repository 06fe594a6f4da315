package io.crossline.evaluation.loop;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.Images;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.evaluation.Fixtures;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.TwoLineImages;
import io.restassured.response.ValidatableResponse;

/** A line of its own for a test: its images, its champion, and a trainer that answers jobs at once. */
final class LoopLine {

    static final int WINDOW = 200;
    static final int BATCH = 100;
    static final UnaryOperator<byte[]> AS_TRAINED = pixels -> pixels;

    private final KafkaProbe probe;
    private final String line = "line-" + UUID.randomUUID().toString().substring(0, 8);
    private String champion;

    LoopLine(KafkaProbe probe) {
        this.probe = probe;
    }

    String name() {
        return line;
    }

    String champion() {
        return champion;
    }

    /** Captures training images, lets a model learn them, and makes it champion. */
    LoopLine served() {
        DataSelection trained = probe.produceAll(batches(6 * WINDOW, 1, AS_TRAINED));
        LineData data = new LineData(trained, probe.produceAll(labelledTest()));
        champion = publish(Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)), data,
                data));
        put("champion", Map.of("modelVersion", champion, "by", "Ada", "reason", "first")).statusCode(200);
        put("loop", Map.of("cooldownSeconds", 0, "shadowBatches", 2, "by", "Ada", "reason", "test")).statusCode(200);
        return this;
    }

    /** The line's images as trained on for some windows. */
    void capture(int windows, long seed, UnaryOperator<byte[]> change) {
        batches(windows * WINDOW, seed, change).forEach(probe::produce);
    }

    void captureDrift(long seed) {
        capture(2, seed, LoopLine::dimmed);
    }

    /** Waits for a job of this line. */
    JobRequested job() {
        return Json.decode(
                probe.first(Topics.JOBS_REQUESTED, record -> record.key() != null && record.key().endsWith("~" + line))
                        .value(),
                JobRequested.class);
    }

    /** Publishes a model of the job with the same parameters as every other of these tests. */
    String publish(JobRequested job) {
        try (ClassifierNetworks networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), 21)) {
            probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks));
        }
        probe.first(Topics.MODELS_EVALUATED, record -> record.key().equals(job.modelVersion()));
        return job.modelVersion();
    }

    ValidatableResponse get(String what) {
        return given().get("/lines/" + line + (what.isEmpty() ? "" : "/" + what)).then().statusCode(200);
    }

    ValidatableResponse put(String what, Map<String, Object> body) {
        return given().contentType("application/json").body(body).put("/lines/{line}/" + what, line).then();
    }

    ValidatableResponse post(String what, Map<String, Object> body) {
        return given().contentType("application/json").body(body).post("/lines/{line}/" + what, line).then();
    }

    /** A value of the line's view. */
    <T> T path(String field) {
        return get("").extract().path(field);
    }

    String newestCycle(String field) {
        List<String> values = get("cycles").extract().path(field);
        return values.isEmpty() ? null : values.get(0);
    }

    private List<LabelledBatch> labelledTest() {
        return TwoLineImages.target(Split.TEST, WINDOW, BATCH, 9).stream().map(batch -> new LabelledBatch(
                new BatchOrigin(line, line + "-images", Split.TEST, Instant.now()), batch.images(), batch.labels()))
                .toList();
    }

    private List<UnlabelledBatch> batches(int images, long seed, UnaryOperator<byte[]> change) {
        return TwoLineImages.target(Split.TRAIN, images, BATCH, seed).stream()
                .map(batch -> new UnlabelledBatch(
                        new BatchOrigin(line, line + "-images-" + seed, Split.TRAIN, Instant.now()),
                        new Images(batch.images().shape(), batch.images().count(),
                                change.apply(batch.images().pixels()))))
                .toList();
    }

    static byte[] dimmed(byte[] pixels) {
        byte[] dimmed = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            dimmed[i] = (byte) Math.round(0.7 * (pixels[i] & 0xff));
        }
        return dimmed;
    }

    /** Every image of the batch becomes its first: one class only. */
    static byte[] oneClass(byte[] pixels) {
        int image = TwoLineImages.SHAPE.bytes();
        int classes = TwoLineImages.CLASS_NAMES.size();
        byte[] same = new byte[pixels.length];
        for (int at = 0; at < pixels.length; at += image) {
            // classes come in turn: the nearest image before of the first class
            int from = at / image / classes * classes * image;
            System.arraycopy(pixels, from, same, at, image);
        }
        return same;
    }
}
