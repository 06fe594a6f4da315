package io.crossline.evaluation.loop;

import static io.restassured.RestAssured.given;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageShape;
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
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.TwoLineImages;
import io.restassured.response.ValidatableResponse;

/** A line of its own for a test: its images, its champion, and a trainer that answers jobs at once. */
final class LoopLine {

    static final int WINDOW = 200;
    static final int BATCH = 100;
    static final UnaryOperator<byte[]> AS_TRAINED = pixels -> pixels;

    private KafkaProbe probe;
    private final String line = "line-" + UUID.randomUUID().toString().substring(0, 8);
    private String champion;
    private LineData data;

    LoopLine(KafkaProbe probe) {
        this.probe = probe;
    }

    /** Goes on with another connection to the broker. */
    LoopLine use(KafkaProbe other) {
        probe = other;
        return this;
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
        data = new LineData(trained, probe.produceAll(labelledTest()));
        Fixtures.allWatched(probe);
        champion = publish(Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)), data,
                data));
        put("champion", Map.of("modelVersion", champion, "by", "Ada", "reason", "first")).statusCode(200);
        // models that nobody trained: however little they are estimated to be right, only drift opens a cycle
        put("loop", Map.of("cooldownSeconds", 0, "shadowBatches", 2, "acceptedLoss", 1, "by", "Ada", "reason", "test"))
                .statusCode(200);
        return this;
    }

    /** A job for another model of the same images that nobody's cycle waits for. */
    JobRequested otherJob() {
        return Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.DANN, List.of(Method.DANN)), data, data);
    }

    /** The line's images as trained on for some windows. */
    void capture(int windows, long seed, UnaryOperator<byte[]> change) {
        batches(windows * WINDOW, seed, change).forEach(probe::produce);
    }

    /** Three windows' images: two whole ones even where earlier images have begun one. */
    void captureDrift(long seed) {
        capture(3, seed, LoopLine::dimmed);
    }

    /** Waits for a job of this line. */
    JobRequested job() {
        return Json.decode(
                probe.first(Topics.JOBS_REQUESTED, record -> record.key() != null && record.key().endsWith("~" + line))
                        .value(),
                JobRequested.class);
    }

    /** Waits until so many jobs of this line were asked for. */
    List<JobRequested> awaitJobs(int count) {
        return probe
                .consumeUntil(Topics.JOBS_REQUESTED,
                        record -> record.key() != null && record.key().endsWith("~" + line),
                        jobs -> jobs.size() == count)
                .stream().map(record -> Json.decode(record.value(), JobRequested.class))
                .toList();
    }

    /** Publishes a model of the job with the same parameters as every other of these tests. */
    String publish(JobRequested job) {
        try (ClassifierNetworks networks = networks(job.shape(), job.classNames().size())) {
            probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks));
        }
        probe.first(Topics.MODELS_EVALUATED, record -> record.key().equals(job.modelVersion()));
        return job.modelVersion();
    }

    /** Publishes an archive of the job's model whose parameters are cut off. */
    void publishDamaged(JobRequested job) {
        try (ClassifierNetworks networks = networks(job.shape(), job.classNames().size())) {
            byte[] archive = ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks);
            probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), Arrays.copyOf(archive, archive.length / 2));
        }
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

    /** The champion's accuracy on its labelled test images, by its evaluation. */
    double evaluatedAccuracy() {
        return given().get("/evaluations/{model}", champion).then().statusCode(200).extract().jsonPath()
                .getDouble("scores.find { it.role == 'source' }.accuracy");
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

    /** Windows of images that the champion answers with one and the same class. */
    void captureOneClass(int windows, long seed) {
        List<LabelledBatch> drawn = TwoLineImages.target(Split.TRAIN, 4 * windows * WINDOW, 4 * windows * WINDOW, seed);
        Images images = drawn.get(0).images();
        ByteArrayOutputStream same = new ByteArrayOutputStream();
        try (Classifier classifier = new Classifier(networks(images.shape(), TwoLineImages.CLASS_NAMES.size()))) {
            Predictions predictions = classifier.predict(images.pixels());
            int[] counts = new int[TwoLineImages.CLASS_NAMES.size()];
            for (int i = 0; i < images.count(); i++) {
                counts[predictions.label(i)]++;
            }
            int most = IntStream.range(0, counts.length).boxed().max(Comparator.comparingInt(k -> counts[k]))
                    .orElseThrow();
            IntStream.range(0, images.count()).filter(i -> predictions.label(i) == most).limit(windows * WINDOW)
                    .forEach(i -> same.writeBytes(images.image(i)));
        }
        int bytes = BATCH * images.shape().bytes();
        for (int from = 0; from + bytes <= same.size(); from += bytes) {
            probe.produce(new UnlabelledBatch(new BatchOrigin(line, line + "-one", Split.TRAIN, Instant.now()),
                    new Images(images.shape(), BATCH, Arrays.copyOfRange(same.toByteArray(), from, from + bytes))));
        }
    }

    /** The parameters of every model of these tests. */
    private static ClassifierNetworks networks(ImageShape shape, int classes) {
        return ClassifierNetworks.create(shape, classes, 21);
    }
}
