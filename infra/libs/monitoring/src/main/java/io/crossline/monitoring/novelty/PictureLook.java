package io.crossline.monitoring.novelty;

import java.util.List;

import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;

import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.drift.PictureStatistic;

/** Light, contrast, sharpness and noise of a picture, each in standard deviations of the known images. */
final class PictureLook {

    private static final List<PictureStatistic> STATISTICS = List.of(PictureStatistic.BRIGHTNESS,
            PictureStatistic.CONTRAST, PictureStatistic.SHARPNESS, PictureStatistic.NOISE);
    private static final double SMALL = 1e-6;

    private final double[] means = new double[STATISTICS.size()];
    private final double[] deviations = new double[STATISTICS.size()];

    /** @param known at least two */
    PictureLook(List<Observation> known) {
        for (int k = 0; k < means.length; k++) {
            int statistic = STATISTICS.get(k).ordinal();
            double[] values = known.stream().mapToDouble(image -> image.statistics()[statistic]).toArray();
            means[k] = new Mean().evaluate(values);
            deviations[k] = Math.max(SMALL, new StandardDeviation().evaluate(values));
        }
    }

    /** @return {@code [4]} */
    float[] of(Observation image) {
        float[] look = new float[means.length];
        for (int k = 0; k < look.length; k++) {
            look[k] = (float) ((image.statistics()[STATISTICS.get(k).ordinal()] - means[k]) / deviations[k]);
        }
        return look;
    }
}
