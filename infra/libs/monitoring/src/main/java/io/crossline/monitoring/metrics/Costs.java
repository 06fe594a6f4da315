package io.crossline.monitoring.metrics;

/**
 * What a wrong answer costs, in any unit that both share.
 *
 * @param escape a defect that was called good; 0 or more
 * @param overkill a good part that was called a defect; 0 or more
 */
public record Costs(double escape, double overkill) {

    /** Where nobody told costs: both errors cost 1, so that the cost is the share of images with either. */
    public static final Costs EVEN = new Costs(1, 1);

    public Costs {
        if (!(escape >= 0 && overkill >= 0)) {
            throw new IllegalArgumentException(
                    "Costs of " + escape + " an escape and " + overkill + " an overkill, expected 0 or more");
        }
    }

    /**
     * Expected cost of an image: {@code escape * escapes * (1 - good) + overkill * overkill * good}.
     *
     * @param escapes share of the defects that are called good, 0 to 1
     * @param overkill share of the good parts that are called a defect, 0 to 1
     * @param good share of good parts among all, 0 to 1
     */
    public double ofImage(double escapes, double overkill, double good) {
        return escape * escapes * (1 - good) + this.overkill * overkill * good;
    }
}
