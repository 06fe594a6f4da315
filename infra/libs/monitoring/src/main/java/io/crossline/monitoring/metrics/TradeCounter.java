package io.crossline.monitoring.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Gathers how probable a classifier holds the good class for labelled images. */
public final class TradeCounter {

    private final List<String> classNames;
    private final OptionalInt good;
    private final List<Double> goods = new ArrayList<>();
    private final List<Double> defects = new ArrayList<>();

    /** @param good index of the good class, if there is one */
    public TradeCounter(List<String> classNames, OptionalInt good) {
        this.classNames = List.copyOf(classNames);
        this.good = good;
    }

    /** @param probabilities {@code [K]} */
    public void add(int actual, float[] probabilities) {
        if (good.isPresent()) {
            (actual == good.getAsInt() ? goods : defects).add((double) probabilities[good.getAsInt()]);
        }
    }

    /** Null where there is no good class, or no image of it or of a defect. */
    public Trade trade() {
        return good.isEmpty() ? null : Trade.of(classNames.get(good.getAsInt()), values(goods), values(defects));
    }

    private static double[] values(List<Double> probabilities) {
        return probabilities.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
