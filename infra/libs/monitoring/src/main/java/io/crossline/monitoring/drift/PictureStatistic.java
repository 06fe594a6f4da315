package io.crossline.monitoring.drift;

import java.util.Locale;

/** What is measured of each picture, and how a change of it is told to people. */
public enum PictureStatistic {

    /** Mean, 0 to 255. */
    BRIGHTNESS("brighter", "darker", Unit.SHARE),
    /** Standard deviation, 0 to 128. */
    CONTRAST("richer in contrast", "poorer in contrast", Unit.SHARE),
    /** Standard deviation of the Laplacian, as a share of the contrast: independent of the light. */
    SHARPNESS("sharper", "softer", Unit.SHARE),
    /** Standard deviation of the noise, in grey values (Immerkaer 1996). */
    NOISE("noisier", "less noisy", Unit.SHARE),
    /** Centre of what differs from the border, in pixels from the left. */
    HORIZONTAL("moved right", "moved left", Unit.PIXELS),
    /** The same from the top. */
    VERTICAL("moved down", "moved up", Unit.PIXELS),
    /** Root mean square distance of what differs from the border to its centre, in pixels. */
    SCALE("larger", "smaller", Unit.SHARE);

    enum Unit {
        SHARE, PIXELS
    }

    private final String more;
    private final String less;
    private final Unit unit;

    PictureStatistic(String more, String less, Unit unit) {
        this.more = more;
        this.less = less;
        this.unit = unit;
    }

    /** Name in events and the database, such as {@code brightness}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Such as "darker by 22 %" or "moved left by 1.3 pixels". */
    String change(double before, double now) {
        double difference = now - before;
        String word = difference >= 0 ? more : less;
        if (unit == Unit.PIXELS) {
            return "%s by %.1f pixels".formatted(word, Math.abs(difference));
        }
        return before == 0 ? word : "%s by %.0f %%".formatted(word, 100 * Math.abs(difference / before));
    }
}
