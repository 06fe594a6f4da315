package io.crossline.monitoring.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How often images of one class (row) were taken for another (column), and the shares that follow from it. */
public final class ConfusionMatrix {

    private final List<String> classNames;
    private final long[][] counts;

    public ConfusionMatrix(List<String> classNames) {
        this.classNames = List.copyOf(classNames);
        this.counts = new long[classNames.size()][classNames.size()];
    }

    /** @throws IndexOutOfBoundsException unless both are class indices */
    public void add(int actual, int predicted) {
        counts[actual][predicted]++;
    }

    /** {@code [actual][predicted]} */
    public long[][] counts() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    public long images() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Share of right answers, or null without images. */
    public Double accuracy() {
        long right = 0;
        for (int k = 0; k < counts.length; k++) {
            right += counts[k][k];
        }
        return share(right, images());
    }

    /** Precision, recall and support of every class, in the order of their indices. */
    public List<ClassScore> classScores() {
        List<ClassScore> scores = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            long support = Arrays.stream(counts[k]).sum();
            int predicted = k;
            long answers = Arrays.stream(counts).mapToLong(row -> row[predicted]).sum();
            scores.add(new ClassScore(classNames.get(k), share(counts[k][k], answers), share(counts[k][k], support),
                    support));
        }
        return scores;
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
