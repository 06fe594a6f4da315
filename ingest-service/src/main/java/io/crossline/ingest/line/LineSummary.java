package io.crossline.ingest.line;

import java.time.Instant;
import java.util.List;

import io.crossline.contracts.ImageShape;

/**
 * What a line has sent.
 *
 * @param imagesPerSecond mean over the last ten seconds
 * @param classNames of its newest labelled data set; empty if nothing was labelled
 * @param shape of its newest data set
 */
public record LineSummary(String line, long imagesTotal, long batchesTotal, double imagesPerSecond,
        Instant lastCapturedAt, List<String> classNames, ImageShape shape) {}
