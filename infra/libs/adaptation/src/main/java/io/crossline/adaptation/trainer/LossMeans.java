package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Mean of each loss over the steps of an epoch. */
final class LossMeans implements Stateful {

    private final Map<String, Double> sums = new LinkedHashMap<>();
    private int steps;

    /** @throws TrainingDivergedException if a loss is no finite number */
    void add(Map<String, Double> losses, int epoch, int step) {
        losses.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new TrainingDivergedException(name, value, epoch, step);
            }
            sums.merge(name, value, Double::sum);
        });
        steps++;
    }

    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / steps));
        return means;
    }

    void clear() {
        sums.clear();
        steps = 0;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(steps);
        out.writeInt(sums.size());
        for (Map.Entry<String, Double> sum : sums.entrySet()) {
            out.writeUTF(sum.getKey());
            out.writeDouble(sum.getValue());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        clear();
        steps = in.readInt();
        for (int i = in.readInt(); i > 0; i--) {
            sums.put(in.readUTF(), in.readDouble());
        }
    }
}
