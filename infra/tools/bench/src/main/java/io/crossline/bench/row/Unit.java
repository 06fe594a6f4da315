package io.crossline.bench.row;

/** What a row's numbers count. */
public enum Unit {
    MILLISECONDS("ms", false), SECONDS("s", false), IMAGES_PER_SECOND("images/s", true);

    private final String text;
    private final boolean rate;

    Unit(String text, boolean rate) {
        this.text = text;
        this.rate = rate;
    }

    public String text() {
        return text;
    }

    /** Our time divided by the peer's, also where the numbers are rates: smaller is better. */
    public double ratio(double ours, double peer) {
        return rate ? peer / ours : ours / peer;
    }

    /** The number that says that {@code images} took some seconds. */
    public double of(double seconds, int images) {
        return switch (this) {
            case MILLISECONDS -> seconds * 1e3;
            case SECONDS -> seconds;
            case IMAGES_PER_SECOND -> images / seconds;
        };
    }
}
