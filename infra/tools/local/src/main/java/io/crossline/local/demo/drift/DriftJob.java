package io.crossline.local.demo.drift;

import java.nio.file.Path;

import io.crossline.local.UserError;
import io.crossline.local.demo.DemoJob;

/**
 * What the drift demo shall do; checked before anything is started.
 *
 * @param good share of good parts on the ageing line, which the line is also told: 0.5 to 0.99; null for all classes alike and nothing
 *        told
 * @param seed determines the images and the first trainings
 * @param report where the outcome goes as JSON, with a chart as SVG beside it; or null
 */
public record DriftJob(Double good, long seed, Path report) {

    private static final double LEAST_GOOD = 0.5;
    private static final double MOST_GOOD = 0.99;

    public DriftJob {
        if (good != null && !(good >= LEAST_GOOD && good <= MOST_GOOD)) {
            throw new UserError("--good is %s: expected a share of %s to %s.".formatted(good, LEAST_GOOD, MOST_GOOD));
        }
        if (report != null) {
            DemoJob.requireWritable(report);
        }
    }

    /** The report's name with {@code .svg} instead of {@code .json}. */
    Path chart() {
        return report.resolveSibling(report.getFileName().toString().replaceFirst("\\.json$", "") + ".svg");
    }
}
