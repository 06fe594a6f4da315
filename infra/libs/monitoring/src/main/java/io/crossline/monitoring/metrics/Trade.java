package io.crossline.monitoring.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Escapes against overkill, where a part counts as good from a threshold on the good class's probability on. A low threshold lets
 * defects escape, a high one throws good parts away.
 *
 * @param goodClass the class whose probability it is
 * @param points by rising threshold: escapes fall, overkill rises; at most about 400
 */
public record Trade(String goodClass, List<Point> points) {

    /** Neighbouring points differ at least so much in either share, but for the ends: nobody sees less on a chart. */
    private static final double STEP = 0.005;

    /**
     * One choice of the threshold.
     *
     * @param threshold least probability of the good class with which a part counts as good, 0 to 1
     * @param escapes share of the defects that count as good then
     * @param overkill share of the good parts that do not
     */
    public record Point(double threshold, double escapes, double overkill) {}

    public Trade {
        points = List.copyOf(points);
    }

    /**
     * @param goods probability of the good class for each image of a good part, 0 to 1
     * @param defects the same for each image of a defect
     * @return null where either is empty: then there is nothing to trade
     */
    static Trade of(String goodClass, double[] goods, double[] defects) {
        if (goods.length == 0 || defects.length == 0) {
            return null;
        }
        double[] good = Arrays.stream(goods).sorted().toArray();
        double[] defect = Arrays.stream(defects).sorted().toArray();
        double[] thresholds = Arrays.stream(new double[][]{{0}, good, defect}).flatMapToDouble(Arrays::stream).sorted()
                .distinct().toArray();
        List<Point> points = new ArrayList<>();
        int goodsBelow = 0;
        int defectsBelow = 0;
        Point last = null;
        for (int t = 0; t < thresholds.length; t++) {
            while (goodsBelow < good.length && good[goodsBelow] < thresholds[t]) {
                goodsBelow++;
            }
            while (defectsBelow < defect.length && defect[defectsBelow] < thresholds[t]) {
                defectsBelow++;
            }
            Point point = new Point(thresholds[t], 1 - (double) defectsBelow / defect.length,
                    (double) goodsBelow / good.length);
            if (last == null || t == thresholds.length - 1 || last.escapes() - point.escapes() >= STEP
                    || point.overkill() - last.overkill() >= STEP) {
                points.add(point);
                last = point;
            }
        }
        return new Trade(goodClass, points);
    }
}
