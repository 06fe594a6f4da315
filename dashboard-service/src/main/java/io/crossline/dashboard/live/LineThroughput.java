package io.crossline.dashboard.live;

import java.time.Instant;
import java.util.List;

/**
 * Images that a line has delivered lately.
 *
 * @param imagesPerSecond mean over the last ten seconds
 * @param series images a second in equal intervals, oldest first
 * @param intervalSeconds length of one interval of the series
 * @param lastImagesAt when the last batch reached Kafka, or null if none did while this dashboard was watching
 */
public record LineThroughput(String line, double imagesPerSecond, List<Double> series, double intervalSeconds,
        Instant lastImagesAt) {}
