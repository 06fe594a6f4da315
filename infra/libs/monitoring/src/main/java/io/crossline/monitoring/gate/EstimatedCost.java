package io.crossline.monitoring.gate;

/**
 * The negative of what an image costs at most, on average: answers that are not sure enough by {@link EstimatedAccuracy} count as wrong. In
 * place of that validator where the line's costs are told.
 */
final class EstimatedCost implements Validator {

    @Override
    public String name() {
        return "estimatedCost";
    }

    @Override
    public Score score(Evidence evidence) {
        boolean[] right = EstimatedAccuracy.right(evidence);
        double[] values = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            values[i] = right[i] ? 0 : -evidence.costs().ofWrong(evidence.target().label(i));
        }
        return Score.mean(values);
    }
}
