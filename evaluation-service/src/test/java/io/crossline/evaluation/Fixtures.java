package io.crossline.evaluation;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.PixelScaling;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Views;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.TwoLineImages;

/** Jobs and manifests of the two fixture lines. */
public final class Fixtures {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private Fixtures() {}

    public static JobRequested job(UUID adaptationId, Method method, List<Method> asked) {
        String parent = method == Method.SOURCE ? null : "source-00000000";
        return new JobRequested(UUID.randomUUID(), adaptationId, asked, method, "quick", 7,
                line(TwoLineImages.SOURCE_LINE), line(TwoLineImages.TARGET_LINE), TwoLineImages.SHAPE,
                TwoLineImages.CLASS_NAMES, parent, AT);
    }

    public static ModelManifest manifest(JobRequested job, ModelKind kind, String parametersSha256) {
        String version = kind == ModelKind.GENERATOR ? job.generatorVersion() : job.modelVersion();
        return new ModelManifest(version, kind, job.method(), job.jobId(), job.adaptationId(), job.source(),
                job.target(), job.shape(), job.classNames(), job.preset(), job.seed(), "cpu",
                Map.of("epochs", "1"), job.parentModel(), job.targetLabels(), job.leftOut(), job.examples(),
                job.expectedMix(), PixelScaling.UNIT, Views.SINGLE, null, job.turns(), null, 12.5, 345.0, "test",
                parametersSha256, AT);
    }

    public static ModelManifest manifest(JobRequested job) {
        return manifest(job, ModelKind.CLASSIFIER, "0".repeat(64));
    }

    /** The same job on other images. */
    public static JobRequested on(JobRequested job, LineData source, LineData target) {
        return new JobRequested(job.jobId(), job.adaptationId(), job.adaptationMethods(), job.method(), job.preset(),
                job.seed(), source, target, job.shape(), job.classNames(), job.parentModel(), job.requestedAt());
    }

    /** Waits until the service is done with every captured batch, so that none from before meets a model that comes now. */
    public static void allWatched(KafkaProbe probe) {
        probe.awaitConsumed("evaluation-service", Topics.IMAGES_CAPTURED);
    }

    /** Makes the model the line's champion, as a person does. */
    public static void promote(String line, String modelVersion) {
        given().contentType("application/json")
                .body(Map.of("modelVersion", modelVersion, "by", "Ada", "reason", "serves"))
                .put("/lines/{line}/champion", line).then().statusCode(200);
    }

    private static LineData line(String name) {
        return new LineData(nothing(name, Split.TRAIN), nothing(name, Split.TEST));
    }

    private static DataSelection nothing(String line, Split split) {
        return new DataSelection(line, line + "-images", split,
                List.of(new OffsetRange(Topics.IMAGES_CAPTURED, 0, 0, 0)));
    }
}
