package io.crossline.ingest.capture;

import java.util.List;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Split;
import io.crossline.datasets.TrainingShape;

/**
 * Where captured images belong.
 *
 * @param dataset their name in Kafka
 * @param shape asked for, or null for the one that the line has already
 * @param classNames of the line's classes, or null for those that the line has already
 */
public record CaptureTarget(String line, String dataset, Split split, ImageShape shape, List<String> classNames) {

    public CaptureTarget {
        BatchOrigin.requireLineName(line);
        classNames = classNames == null ? null : ClassNames.normal(classNames).stream().distinct().toList();
        if (shape != null) {
            TrainingShape.require(shape);
        }
    }
}
