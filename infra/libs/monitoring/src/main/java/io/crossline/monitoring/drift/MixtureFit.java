package io.crossline.monitoring.drift;

/** The mixture of given distributions that is nearest to another one (minimum distance estimation, Wolfowitz 1957). */
final class MixtureFit {

    private static final int STEPS = 500;
    private static final double SMALL = 1e-9;

    private MixtureFit() {}

    /**
     * The weights that make the sum of squared differences least, by pairwise conditional gradients (Lacoste-Julien and Jaggi 2015): each step moves
     * weight from the component that explains least to the one that explains most, as much as is best.
     *
     * @param target {@code [points]}
     * @param components {@code [K, points]}
     * @param start weights to begin with, {@code [K]}, 0 or more, sum to 1
     * @return weights, {@code [K]}, 0 or more, sum to 1; no farther off than the first ones
     */
    static double[] nearest(double[] target, double[][] components, double[] start) {
        double[] weights = start.clone();
        double[] residual = residual(target, components, weights);
        for (int step = 0; step < STEPS; step++) {
            double[] slopes = new double[weights.length];
            int to = 0;
            int from = -1;
            for (int k = 0; k < weights.length; k++) {
                slopes[k] = dot(components[k], residual);
                to = slopes[k] < slopes[to] ? k : to;
                from = weights[k] > 0 && (from < 0 || slopes[k] > slopes[from]) ? k : from;
            }
            double gain = slopes[from] - slopes[to];
            if (gain <= SMALL * target.length) {
                break;
            }
            double[] direction = new double[target.length];
            for (int i = 0; i < direction.length; i++) {
                direction[i] = components[to][i] - components[from][i];
            }
            double moved = Math.min(weights[from], gain / dot(direction, direction));
            weights[from] = moved == weights[from] ? 0 : weights[from] - moved;
            weights[to] += moved;
            for (int i = 0; i < residual.length; i++) {
                residual[i] += moved * direction[i];
            }
        }
        return weights;
    }

    private static double[] residual(double[] target, double[][] components, double[] weights) {
        double[] residual = new double[target.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = -target[i];
            for (int k = 0; k < weights.length; k++) {
                residual[i] += weights[k] * components[k][i];
            }
        }
        return residual;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
