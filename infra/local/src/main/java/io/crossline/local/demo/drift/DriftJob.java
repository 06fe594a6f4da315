package io.crossline.local.demo.drift;

import java.nio.file.Path;

import io.crossline.local.demo.DemoJob;

/**
 * What the drift demo shall do; checked before anything is started.
 *
 * @param seed determines the images and the first trainings
 * @param report where the outcome goes as JSON, with a chart as SVG beside it; or null
 */
public record DriftJob(long seed, Path report) {

    public DriftJob {
        if (report != null) {
            DemoJob.requireWritable(report);
        }
    }

    /** The report's name with {@code .svg} instead of {@code .json}. */
    Path chart() {
        return report.resolveSibling(report.getFileName().toString().replaceFirst("\\.json$", "") + ".svg");
    }
}
