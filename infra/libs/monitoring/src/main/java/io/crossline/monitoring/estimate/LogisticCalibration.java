package io.crossline.monitoring.estimate;

/**
 * P(correct | confidence) = s(a + b logit(confidence)) with s the logistic function (Platt 1999), fitted by Newton's method to the
 * likelihood less {@code 1/2 ((a - a0)^2 + (b - b0)^2)}: with few answers it stays near what was known before, a0 and b0.
 *
 * @param intercept a
 * @param slope b
 */
record LogisticCalibration(double intercept, double slope) {

    /** A confidence taken at its word. */
    static final LogisticCalibration NONE = new LogisticCalibration(0, 1);

    /** Precision of what was known before: as if of a standard deviation of 1. */
    private static final double RIDGE = 1;
    private static final int MOST_STEPS = 50;
    private static final double CLOSE = 1e-8;
    /** Confidences nearer to 0 or 1 count as this near. */
    private static final double CLIP = 1e-6;

    static double logit(double confidence) {
        double clipped = Math.max(CLIP, Math.min(1 - CLIP, confidence));
        return Math.log(clipped / (1 - clipped));
    }

    /** @return 0 to 1 */
    double probability(double logit) {
        return 1 / (1 + Math.exp(-intercept - slope * logit));
    }

    /**
     * The most probable calibration, this one being what was known before.
     *
     * @param logits of the confidences; may be none
     * @param weights of the answers, 0 or more
     * @param from where to begin: the nearer to the end, the fewer steps
     */
    LogisticCalibration fit(double[] logits, boolean[] correct, double[] weights, LogisticCalibration from) {
        LogisticCalibration now = from;
        double loss = loss(now, logits, correct, weights);
        for (int step = 0; step < MOST_STEPS; step++) {
            LogisticCalibration direction = newton(now, logits, correct, weights);
            double length = 1;
            LogisticCalibration next = now.plus(direction, length);
            double nextLoss = loss(next, logits, correct, weights);
            while (nextLoss > loss && length > CLOSE) {
                length /= 2;
                next = now.plus(direction, length);
                nextLoss = loss(next, logits, correct, weights);
            }
            if (loss - nextLoss < CLOSE) {
                return nextLoss < loss ? next : now;
            }
            now = next;
            loss = nextLoss;
        }
        return now;
    }

    private LogisticCalibration plus(LogisticCalibration direction, double length) {
        return new LogisticCalibration(intercept + length * direction.intercept, slope + length * direction.slope);
    }

    /** The step to the minimum of the loss's second-order approximation. */
    private LogisticCalibration newton(LogisticCalibration now, double[] logits, boolean[] correct, double[] weights) {
        double gradientA = RIDGE * (now.intercept - intercept);
        double gradientB = RIDGE * (now.slope - slope);
        double aa = RIDGE;
        double ab = 0;
        double bb = RIDGE;
        for (int i = 0; i < logits.length; i++) {
            double probability = now.probability(logits[i]);
            double error = weights[i] * (probability - (correct[i] ? 1 : 0));
            double curvature = weights[i] * probability * (1 - probability);
            gradientA += error;
            gradientB += error * logits[i];
            aa += curvature;
            ab += curvature * logits[i];
            bb += curvature * logits[i] * logits[i];
        }
        double determinant = aa * bb - ab * ab;
        return new LogisticCalibration(-(bb * gradientA - ab * gradientB) / determinant,
                -(aa * gradientB - ab * gradientA) / determinant);
    }

    private double loss(LogisticCalibration now, double[] logits, boolean[] correct, double[] weights) {
        double loss = RIDGE / 2 * (square(now.intercept - intercept) + square(now.slope - slope));
        for (int i = 0; i < logits.length; i++) {
            double margin = (correct[i] ? 1 : -1) * (now.intercept + now.slope * logits[i]);
            loss += weights[i] * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
        }
        return loss;
    }

    private static double square(double value) {
        return value * value;
    }
}
