package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

class JsonEventsTest {

    private static final FrameChecks CHECKS = new FrameChecks(Set.of(), Set.of(FrameCheck.OUT_OF_FOCUS));
    private static final UUID JOB = UUID.fromString("3f2a9c1d-0000-4000-8000-000000000001");
    private static final UUID ADAPTATION = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000002");
    private static final LineData SOURCE = new LineData(selection("line-a", Split.TRAIN),
            selection("line-a", Split.TEST));
    private static final LineData TARGET = new LineData(selection("line-b", Split.TRAIN), null);
    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final List<String> CLASSES = List.of("good", "scratch");

    private static final List<GivenLabel> LABELS = List
            .of(new GivenLabel(Topics.IMAGES_CAPTURED, 3, 12, 4, "scratch"));
    private static final List<BatchImages> LEFT_OUT = List
            .of(new BatchImages(Topics.IMAGES_CAPTURED, 3, 13, List.of(0, 7)));
    private static final List<GivenLabel> EXAMPLES = List
            .of(new GivenLabel(Topics.IMAGES_CAPTURED, 3, 11, 2, "scratch"));
    private static final ExpectedMix MIX = ExpectedMix.parse("good>=0.9");
    private static final BackboneFile BACKBONE = new BackboneFile("resnet50.onnx", "cd".repeat(32), 2048,
            "ef".repeat(32));
    private static final PictureSettings PICTURES = new PictureSettings(PictureFit.CROP,
            new PictureRegion(10, 20, 640, 480), 12, "#808080", true, PicturePages.ALL,
            new PictureTiles(28, 8, 28, 48));
    private static final Provenance PROVENANCE = new Provenance("17.0.15+6", "Linux 6.1.0", "amd64", 2,
            "ND4J 1.0.0-M2.1", "ND4J AVX2, OpenBLAS HASWELL", "0123456789abcdef".repeat(3).substring(0, 40) + "-dirty");
    private static final List<Method> METHODS = List.of(Method.SOURCE, Method.DANN);

    static Stream<Object> events() {
        return Stream.of(
                new JobRequested(JOB, ADAPTATION, METHODS, Method.DANN, "quick", 7, SOURCE, TARGET, SHAPE, CLASSES,
                        "source-0badcafe", LABELS, LEFT_OUT, EXAMPLES, MIX, BACKBONE.sha256(), false, null,
                        Batches.CAPTURED_AT).checking(CHECKS),
                new JobCancelled(JOB, "not needed", Batches.CAPTURED_AT),
                new TrainingProgress(JOB, ADAPTATION, Method.DANN, "line-a", "line-b", JobState.RUNNING, "train", 2, 5,
                        true, 0.4,
                        Map.of("label", 0.25, "domain", 0.69), Map.of("sourceAccuracy", 0.98), 512.5, 12.0, 18.0, "",
                        null, Batches.CAPTURED_AT),
                new ModelManifest("dann-3f2a9c1d", ModelKind.CLASSIFIER, Method.DANN, JOB, ADAPTATION, SOURCE, TARGET,
                        SHAPE, CLASSES, "quick", 7, "cpu",
                        Map.of("epochs", "5"), "source-0badcafe", LABELS, LEFT_OUT, EXAMPLES, MIX,
                        PixelScaling.STANDARDIZED,
                        Views.MIRRORED, BACKBONE, false, PICTURES, 30.5, 512.5,
                        "0.1.0", "ab".repeat(32),
                        Batches.CAPTURED_AT).checking(CHECKS).madeWith(PROVENANCE),
                new ModelEvaluated("dann-3f2a9c1d", ModelKind.CLASSIFIER, Method.DANN, JOB, ADAPTATION, "line-a",
                        "line-b", 0.98, null,
                        Map.of("calibrationError", 0.02), Verdict.ACCEPTED, "scored 1,000 images", "12".repeat(32),
                        Batches.CAPTURED_AT),
                new ModelPromoted("line-b", "dann-3f2a9c1d", null, "Ada", "better on the new camera",
                        Batches.CAPTURED_AT),
                new BatchPredicted("line-b", "dann-3f2a9c1d", Topics.IMAGES_CAPTURED, 3, 17, CLASSES,
                        List.of(1, 0, 0), List.of(0.75, 1.0, 0.0), List.of(true, false, false),
                        List.of(Batches.parts().get(0), Batches.parts().get(1), ImagePart.UNNAMED), List.of(),
                        Arrays.asList(null, null, FrameCheck.NO_LIGHT), Batches.CAPTURED_AT),
                new DriftDetected("line-b", "dann-3f2a9c1d", Topics.IMAGES_CAPTURED, 3, 17, 200, 2,
                        Map.of("features", 0.005, "classMix", 0.4, "brightness", 0.0001), false,
                        "darker by 22 %; the class mix is unchanged", Batches.CAPTURED_AT),
                new LineConfigured("line-b", MIX, "good", 20, 1, 0.01, false, BACKBONE.sha256(),
                        Set.of(FrameCheck.NO_PART, FrameCheck.OVER_EXPOSED), "Ada",
                        "the plant's usual yield",
                        Batches.CAPTURED_AT),
                new LineRegistered("line-b", SHAPE, CLASSES, PICTURES, 2, "Ada", "the camera was replaced",
                        Batches.CAPTURED_AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventSurvivesTheWayThroughKafka(Object event) {
        assertThat(Json.decode(Json.encode(event), event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventIsWrittenAsTheGoldenPayload(Object event) throws IOException {
        JsonNode golden = Json.mapper().readTree(resource("golden/" + event.getClass().getSimpleName() + ".json"));

        assertThat(Json.mapper().readTree(Json.encode(event))).isEqualTo(golden);
    }

    @Test
    void eventsFromBeforeTargetLabelsHaveNone() throws IOException {
        byte[] job = resource("golden/JobRequested-before-labels.json").getBytes(StandardCharsets.UTF_8);
        byte[] manifest = resource("golden/ModelManifest-before-labels.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(job, JobRequested.class).targetLabels()).isEmpty();
        assertThat(Json.decode(manifest, ModelManifest.class).targetLabels()).isEmpty();
    }

    @Test
    void eventsFromBeforeTheExpectedMixHaveNone() throws IOException {
        byte[] job = resource("golden/JobRequested-before-mix.json").getBytes(StandardCharsets.UTF_8);
        byte[] manifest = resource("golden/ModelManifest-before-mix.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(job, JobRequested.class).expectedMix()).isNull();
        assertThat(Json.decode(manifest, ModelManifest.class).expectedMix()).isNull();
        assertThat(Json.decode(manifest, ModelManifest.class).pixelScaling()).isEqualTo(PixelScaling.UNIT);
        assertThat(Json.decode(manifest, ModelManifest.class).views()).isEqualTo(Views.SINGLE);
    }

    @Test
    void predictionsFromBeforeMarksHaveNone() throws IOException {
        BatchPredicted before = Json.decode(
                resource("golden/BatchPredicted-before-unknown.json").getBytes(StandardCharsets.UTF_8),
                BatchPredicted.class);

        assertThat(before.unknown()).isEmpty();
        assertThat(before.isUnknown(0)).isFalse();
        assertThat(before.verdict(0)).isEqualTo("scratch");
    }

    @Test
    void predictionsFromBeforePartsHaveNone() throws IOException {
        BatchPredicted before = Json.decode(
                resource("golden/BatchPredicted-before-parts.json").getBytes(StandardCharsets.UTF_8),
                BatchPredicted.class);

        assertThat(before.parts()).isEmpty();
        assertThat(before.part(0)).isEqualTo(ImagePart.UNNAMED);
    }

    @Test
    void predictionsFromBeforeFrameChecksAreOfUsableImages() throws IOException {
        BatchPredicted before = Json.decode(
                resource("golden/BatchPredicted-before-unusable.json").getBytes(StandardCharsets.UTF_8),
                BatchPredicted.class);

        assertThat(before.unusable()).isEmpty();
        assertThat(before.isUnusable(0)).isFalse();
        assertThat(before.verdict(1)).isEqualTo("good");
    }

    @Test
    void settingsFromBeforeFrameChecksSwitchNoneOff() throws IOException {
        byte[] before = resource("golden/LineConfigured-before-checks.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(before, LineConfigured.class).checksOff()).isEmpty();
    }

    @Test
    void eventsFromBeforeFrameChecksLeaveNoFrameOut() throws IOException {
        byte[] job = resource("golden/JobRequested-before-frame-checks.json").getBytes(StandardCharsets.UTF_8);
        byte[] manifest = resource("golden/ModelManifest-before-frame-checks.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(job, JobRequested.class).frameChecks()).isNull();
        assertThat(Json.decode(manifest, ModelManifest.class).frameChecks()).isNull();
    }

    @Test
    void anImageWithAReasonIsServedAsUnusable() {
        BatchPredicted prediction = new BatchPredicted("line-b", "dann-1", Topics.IMAGES_CAPTURED, 0, 0, CLASSES,
                List.of(0, 0), List.of(0.9, 0.0), Batches.CAPTURED_AT)
                .unusable(Arrays.asList(null, FrameCheck.FROZEN));

        assertThat(prediction.verdict(0)).isEqualTo("good");
        assertThat(prediction.verdict(1)).isEqualTo("unusable");
    }

    @Test
    void anUnknownCheckIsRefusedWithItsName() {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> FrameCheck.parse("dirty"))
                .withMessageStartingWith("frameCheck is 'dirty', expected one of no light, over-exposed");
    }

    @Test
    void aMarkedImageIsServedAsUnknownAndKeepsItsClassAsAGuess() {
        BatchPredicted prediction = new BatchPredicted("line-b", "dann-1", Topics.IMAGES_CAPTURED, 0, 0, CLASSES,
                List.of(0, 0), List.of(0.9, 0.9), Batches.CAPTURED_AT).marked(List.of(true, false));

        assertThat(prediction.verdict(0)).isEqualTo("unknown");
        assertThat(prediction.verdict(1)).isEqualTo("good");
        assertThat(prediction.classes()).containsExactly(0, 0);
    }

    @Test
    void everyImageIsMarkedOrNone() {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(
                () -> new BatchPredicted("line-b", "dann-1", Topics.IMAGES_CAPTURED, 0, 0, CLASSES, List.of(0, 1),
                        List.of(0.9, 0.9), List.of(true), List.of(), List.of(), List.of(), Batches.CAPTURED_AT))
                .withMessage("unknown has 1 entries, classes 2");
    }

    @Test
    void eventsFromBeforeBackbonesHaveNone() throws IOException {
        byte[] job = resource("golden/JobRequested-before-backbone.json").getBytes(StandardCharsets.UTF_8);
        byte[] manifest = resource("golden/ModelManifest-before-backbone.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(job, JobRequested.class).backbone()).isNull();
        assertThat(Json.decode(manifest, ModelManifest.class).backbone()).isNull();
    }

    @Test
    void eventsFromBeforeImagesWereLeftOutHaveNoneAndNoExamples() throws IOException {
        byte[] job = resource("golden/JobRequested-before-left-out.json").getBytes(StandardCharsets.UTF_8);
        byte[] manifest = resource("golden/ModelManifest-before-left-out.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(job, JobRequested.class).leftOut()).isEmpty();
        assertThat(Json.decode(manifest, ModelManifest.class).leftOut()).isEmpty();
        assertThat(Json.decode(job, JobRequested.class).examples()).isEmpty();
        assertThat(Json.decode(manifest, ModelManifest.class).examples()).isEmpty();
    }

    @Test
    void eventsFromBeforeTurnsWereAChoiceAllowThem() throws IOException {
        byte[] job = resource("golden/JobRequested-before-turns.json").getBytes(StandardCharsets.UTF_8);
        byte[] manifest = resource("golden/ModelManifest-before-turns.json").getBytes(StandardCharsets.UTF_8);
        byte[] line = resource("golden/LineConfigured-before-turns.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(job, JobRequested.class).turns()).isTrue();
        assertThat(Json.decode(manifest, ModelManifest.class).turns()).isTrue();
        assertThat(Json.decode(line, LineConfigured.class).turns()).isTrue();
        assertThat(Json.decode(line, LineConfigured.class).backbone()).isNull();
    }

    @Test
    void modelsFromBeforeProvenanceHaveNone() throws IOException {
        byte[] manifest = resource("golden/ModelManifest-before-provenance.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(manifest, ModelManifest.class).provenance()).isNull();
    }

    @Test
    void aProvenanceNamesAWholeCommitOrNone() {
        assertThat(made(2, null).commit()).isNull();
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> made(2, "main"))
                .withMessage("commit is 'main', expected 40 hex digits, or these and -dirty");
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> made(0, null))
                .withMessage("threads is 0, expected 1 or more");
    }

    private static Provenance made(int threads, String commit) {
        return new Provenance("17", "Linux", "amd64", threads, "ND4J", "ND4J AVX2", commit);
    }

    @Test
    void linesFromBeforePictureSettingsStretchTheirPictures() throws IOException {
        byte[] line = resource("golden/LineRegistered-before-pictures.json").getBytes(StandardCharsets.UTF_8);
        byte[] manifest = resource("golden/ModelManifest-before-pictures.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(line, LineRegistered.class).pictureSettings()).isEqualTo(PictureSettings.STRETCHED);
        assertThat(Json.decode(manifest, ModelManifest.class).pictures()).isNull();
    }

    @Test
    void aModelHasTheWholeIdOfItsJobInItsVersion() throws IOException {
        JobRequested job = job(Method.CYCLEGAN, null);
        byte[] before = resource("golden/JobRequested-before-model-id.json").getBytes(StandardCharsets.UTF_8);

        assertThat(job.modelVersion()).isEqualTo("cyclegan-" + JOB);
        assertThat(job.generatorVersion()).isEqualTo("generator-" + JOB);
        assertThat(job.startingFrom("source-1").learning(CLASSES, List.of()).leavingOut(List.of()).modelVersion())
                .isEqualTo(job.modelVersion());
        assertThat(Json.decode(before, JobRequested.class).modelVersion()).isEqualTo("dann-3f2a9c1d");
        assertThat(Json.decode(Json.encode(Json.decode(before, JobRequested.class)), JobRequested.class).modelVersion())
                .isEqualTo("dann-3f2a9c1d");
    }

    @Test
    void evaluationsFromBeforeDigestsHaveNone() throws IOException {
        byte[] before = resource("golden/ModelEvaluated-before-digest.json").getBytes(StandardCharsets.UTF_8);

        assertThat(Json.decode(before, ModelEvaluated.class).archiveSha256()).isNull();
    }

    @Test
    void anExampleIsOfOneOfTheJobsClassesAndNamedOnce() {
        JobRequested job = job(Method.TEACHER, null);
        GivenLabel example = new GivenLabel(Topics.IMAGES_CAPTURED, 3, 12, 4, "static");

        assertThat(job.learning(List.of("good", "scratch", "static"), List.of(example)).examples())
                .containsExactly(example);
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> job.learning(CLASSES, List.of(example)))
                .withMessage("examples has the class 'static', expected one of [good, scratch]");
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> job
                .learning(List.of("good", "scratch", "static"), List.of(example, example.of("good"))))
                .withMessageStartingWith("examples names an image twice: ");
    }

    @Test
    void imagesThatAreLeftOutAreNamedOnceAndBounded() {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> leftOut(13, List.of(7, 7)))
                .withMessage("images has an index twice: [7, 7]");
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> leftOut(13, List.of()))
                .withMessage("images is empty, expected at least one index");
        List<Integer> many = IntStream.rangeClosed(0, JobRequested.MOST_LEFT_OUT).boxed().toList();
        JobRequested job = job(Method.DANN, null);
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> job.leavingOut(List.of(leftOut(13, many))))
                .withMessage("leftOut names 5001 images, expected at most 5000");
    }

    @Test
    void anImageWithATargetLabelIsNotLeftOut() {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(
                () -> new JobRequested(JOB, ADAPTATION, METHODS, Method.DANN, "quick", 0, SOURCE, TARGET, SHAPE,
                        CLASSES, "source-0badcafe", LABELS, List.of(leftOut(12, List.of(3, 4))), List.of(), null, null,
                        true, null,
                        Batches.CAPTURED_AT))
                .withMessageStartingWith("leftOut names an image that has a target label: ");
    }

    private static BatchImages leftOut(long offset, List<Integer> images) {
        return new BatchImages(Topics.IMAGES_CAPTURED, 3, offset, images);
    }

    @Test
    void aBackboneIsNamedByItsHash() {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> job(Method.DANN, "resnet50.onnx"))
                .withMessage("backbone is 'resnet50.onnx', expected 64 hex digits");
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new BackboneFile("resnet50.onnx", "cd".repeat(32), 0, "ef".repeat(32)))
                .withMessage("features is 0, expected 1 or more");
    }

    @Test
    void cycleGanHasNoBackbone() {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> job(Method.CYCLEGAN, BACKBONE.sha256()))
                .withMessage("backbone must be missing: cyclegan trains on pixels, not on a backbone's features");
    }

    private static JobRequested job(Method method, String backbone) {
        return new JobRequested(JOB, ADAPTATION, METHODS, method, "real", 0, SOURCE, TARGET, SHAPE, CLASSES,
                "source-0badcafe", List.of(), null, backbone, null, Batches.CAPTURED_AT);
    }

    @Test
    void aTargetLabelIsOneOfTheJobsClasses() {
        List<GivenLabel> unknown = List.of(new GivenLabel(Topics.IMAGES_CAPTURED, 3, 12, 4, "hole"));

        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(
                () -> new JobRequested(JOB, ADAPTATION, METHODS, Method.DANN, "quick", 0, SOURCE, TARGET, SHAPE,
                        CLASSES, "source-0badcafe", unknown, null, null, Batches.CAPTURED_AT))
                .withMessage("targetLabels has the class 'hole', expected one of [good, scratch]");
    }

    @Test
    void fieldsOfNewerVersionsAreIgnored() {
        String newer = "{\"jobId\":\"" + JOB
                + "\",\"reason\":\"x\",\"at\":\"2026-01-02T03:04:05.678Z\",\"priority\":3}";

        assertThat(Json.decode(newer.getBytes(StandardCharsets.UTF_8), JobCancelled.class).jobId()).isEqualTo(JOB);
    }

    @Test
    void missingFieldIsNamed() {
        byte[] bytes = "{\"reason\":\"x\"}".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> Json.decode(bytes, JobCancelled.class))
                .withMessage("jobId must not be missing");
    }

    @Test
    void textThatIsNoJsonIsNamedSo() {
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> Json.decode(bytes, JobRequested.class))
                .withMessageStartingWith("value is no JobRequested");
    }

    @Test
    void predictionsNameKnownClasses() {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(
                () -> new BatchPredicted("line-b", "dann-1", Topics.IMAGES_CAPTURED, 0, 0, CLASSES, List.of(0, 2),
                        List.of(0.9, 0.9), Batches.CAPTURED_AT))
                .withMessage("classes[1] is 2, expected 0 to 1");
    }

    @Test
    void adaptationMethodsNeedAParentModel() {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(
                () -> new JobRequested(JOB, ADAPTATION, METHODS, Method.CORAL, "quick", 0, SOURCE, TARGET, SHAPE,
                        CLASSES, null,
                        Batches.CAPTURED_AT))
                .withMessageContaining("parentModel").withMessageContaining("starts from the source classifier");
    }

    private static DataSelection selection(String line, Split split) {
        return new DataSelection(line, "set-1", split, List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 3, 10, 20)));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = JsonEventsTest.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(in).as("resource " + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
