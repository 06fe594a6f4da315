package io.crossline.monitoring.metrics;

/**
 * Expected calibration error over bins of equal width (Guo et al. 2017, "On Calibration of Modern Neural Networks",
 * equation 3): the mean over all images of |accuracy - confidence| of the image's bin. Bin m of M holds confidences in
 * ((m-1)/M, m/M].
 */
public final class CalibrationError {

    private final long[] images;
    private final long[] right;
    private final double[] confidence;

    public CalibrationError(int bins) {
        images = new long[bins];
        right = new long[bins];
        confidence = new double[bins];
    }

    /** @param probability of the class that was answered, 0 to 1 */
    public void add(double probability, boolean isRight) {
        if (!(probability >= 0 && probability <= 1.0001)) {
            throw new IllegalArgumentException("confidence is " + probability + ", expected 0 to 1");
        }
        int bin = Math.min(images.length - 1, Math.max(0, (int) Math.ceil(probability * images.length) - 1));
        images[bin]++;
        right[bin] += isRight ? 1 : 0;
        confidence[bin] += probability;
    }

    /** 0 (confidence is accuracy) to 1; null without images. */
    public Double value() {
        long total = 0;
        double gap = 0;
        for (int bin = 0; bin < images.length; bin++) {
            total += images[bin];
            gap += Math.abs(right[bin] - confidence[bin]);
        }
        return total == 0 ? null : gap / total;
    }
}
