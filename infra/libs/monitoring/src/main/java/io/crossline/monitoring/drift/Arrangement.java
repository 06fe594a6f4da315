package io.crossline.monitoring.drift;

import java.util.List;

/**
 * Which images count as now and which as before, with weights such that both sides have the window's class mix.
 *
 * @param cellWeights weight of each image of a cell: positive now, negative before, 0 where a side lacks the class; the
 *        positive ones of all images sum to at most 1, the negative ones to as much
 */
record Arrangement(double[] cellWeights) {

    /**
     * @param cells of all blocks
     * @param now by block
     * @param mix share of each class, sums to 1
     */
    static Arrangement of(List<Cell> cells, boolean[] now, double[] mix) {
        int[] imagesNow = new int[mix.length];
        int[] imagesBefore = new int[mix.length];
        for (Cell cell : cells) {
            (now[cell.block()] ? imagesNow : imagesBefore)[cell.predictedClass()] += cell.images();
        }
        double[] weights = new double[cells.size()];
        for (int i = 0; i < weights.length; i++) {
            Cell cell = cells.get(i);
            int k = cell.predictedClass();
            if (imagesNow[k] > 0 && imagesBefore[k] > 0) {
                weights[i] = now[cell.block()] ? mix[k] / imagesNow[k] : -mix[k] / imagesBefore[k];
            }
        }
        return new Arrangement(weights);
    }

    /** Whether any class is on both sides. */
    boolean comparable() {
        for (double weight : cellWeights) {
            if (weight != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * A block's images of one predicted class.
     *
     * @param block index
     * @param images how many
     */
    record Cell(int block, int predictedClass, int images) {}
}
