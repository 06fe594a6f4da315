package io.crossline.networks.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.crossline.contracts.BackboneFile;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.PixelScaling;
import io.crossline.contracts.Split;
import io.crossline.contracts.Views;

/** Manifests for tests. */
final class Manifests {

    private Manifests() {}

    static ModelManifest of(ModelKind kind, ImageShape shape, int classes, String parametersSha256) {
        List<String> classNames = IntStream.range(0, classes).mapToObj(k -> "class " + k).toList();
        return new ModelManifest("test-1", kind, Method.SOURCE, new UUID(0, 1), new UUID(0, 2), data("line-a"),
                data("line-b"), shape, classNames, "quick", 1, "cpu", Map.of(), null, 1, 1, "test", parametersSha256,
                Instant.EPOCH);
    }

    /** Of a classifier on a backbone. */
    static ModelManifest of(ImageShape shape, int classes, BackboneFile backbone, String parametersSha256) {
        return of(shape, classes, PixelScaling.UNIT, Views.SINGLE, backbone, parametersSha256);
    }

    /** Of a residual classifier. */
    static ModelManifest ofResidual(ImageShape shape, int classes, String parametersSha256) {
        return of(shape, classes, PixelScaling.STANDARDIZED, Views.MIRRORED, null, parametersSha256);
    }

    private static ModelManifest of(ImageShape shape, int classes, PixelScaling pixelScaling, Views views,
            BackboneFile backbone, String parametersSha256) {
        ModelManifest other = of(ModelKind.CLASSIFIER, shape, classes, parametersSha256);
        return new ModelManifest(other.modelVersion(), other.kind(), other.method(), other.jobId(),
                other.adaptationId(), other.source(), other.target(), shape, other.classNames(), other.preset(),
                other.seed(), other.backend(), other.hyperparameters(), null, List.of(), null, pixelScaling,
                views, backbone, 1, 1, other.codeVersion(), parametersSha256, other.createdAt());
    }

    private static LineData data(String line) {
        return new LineData(new DataSelection(line, null, Split.TRAIN,
                List.of(new OffsetRange("crossline.images.captured.v1", 0, 0, 1))), null);
    }
}
