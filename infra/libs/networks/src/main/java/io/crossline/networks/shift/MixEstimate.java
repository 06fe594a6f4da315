package io.crossline.networks.shift;

/**
 * How often each of K classes occurs, not counted but estimated.
 *
 * @param shares {@code [K]}, sum to 1
 * @param least lower ends of the 95 % intervals, {@code [K]}
 * @param most their upper ends, {@code [K]}
 * @param agreed whether expectation maximisation and black-box shift estimation tell the same, as far as the images can say. Where
 *        they do not, the images of a class are not like those of the source, and no estimate is to be trusted; where they do, both
 *        may still be wrong together: a class that has come to look like another is counted as that by both
 */
public record MixEstimate(double[] shares, double[] least, double[] most, boolean agreed) {

    /** Whether the bounds of every class meet its interval. */
    public boolean meets(ShareBounds bounds) {
        for (int k = 0; k < shares.length; k++) {
            if (bounds.most()[k] < least[k] || bounds.least()[k] > most[k]) {
                return false;
            }
        }
        return true;
    }
}
