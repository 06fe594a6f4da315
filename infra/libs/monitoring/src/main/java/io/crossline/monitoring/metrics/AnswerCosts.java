package io.crossline.monitoring.metrics;

/**
 * What each answer costs on a line whose good class and costs are told. One kind of defect taken for another costs nothing: the part is
 * sorted out either way.
 *
 * @param good index of the good class
 */
public record AnswerCosts(Costs costs, int good) {

    /** @param actual index of the image's class, {@code answer} of the class that it was taken for */
    public double of(int actual, int answer) {
        if ((actual == good) == (answer == good)) {
            return 0;
        }
        return ofWrong(answer);
    }

    /** At most: where the answer is a defect, what it is wrong about may be another defect. */
    public double ofWrong(int answer) {
        return answer == good ? costs.escape() : costs.overkill();
    }
}
