package io.crossline.datasets.simulator;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import io.crossline.contracts.InvalidFieldException;

/** How often each class comes. Without weights, every run of six images holds each class once, in random order. */
public final class ClassMix {

    public static final ClassMix BALANCED = new ClassMix(null);

    private final double[] cumulative;

    private ClassMix(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /** @throws InvalidFieldException if a weight is negative or not a number, or all are 0 */
    public static ClassMix of(Map<DefectClass, Double> weights) {
        double[] cumulative = new double[DefectClass.values().length];
        double sum = 0;
        for (var weight : new EnumMap<>(weights).entrySet()) {
            Bounds.check("mix." + weight.getKey().className(), weight.getValue(), 0, 1e6);
        }
        for (DefectClass defectClass : DefectClass.values()) {
            sum += weights.getOrDefault(defectClass, 0.0);
            cumulative[defectClass.ordinal()] = sum;
        }
        if (sum <= 0) {
            throw new InvalidFieldException("mix", "is all 0, expected at least one class with a weight above 0");
        }
        double total = sum;
        return new ClassMix(Arrays.stream(cumulative).map(value -> value / total).toArray());
    }

    DefectClass at(long seed, int index) {
        DefectClass[] classes = DefectClass.values();
        if (cumulative == null) {
            int turn = index / classes.length;
            RandomStream random = RandomStream.of(seed, turn);
            for (int i = classes.length - 1; i > 0; i--) {
                int j = random.integer(i + 1);
                DefectClass swap = classes[i];
                classes[i] = classes[j];
                classes[j] = swap;
            }
            return classes[index % classes.length];
        }
        double draw = RandomStream.of(seed, index).unit();
        int label = 0;
        while (label < classes.length - 1 && draw >= cumulative[label]) {
            label++;
        }
        return classes[label];
    }
}
