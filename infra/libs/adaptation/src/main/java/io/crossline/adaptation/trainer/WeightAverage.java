package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Network;

/**
 * The moving average of a classifier's parameters: {@code average = d average + (1 - d) student} after each step, with
 * {@code d = min(decay, (1 + steps) / (10 + steps))}, so that the first steps are soon forgotten. With a decay of 0 student
 * and average are the same networks.
 */
public final class WeightAverage implements Stateful, AutoCloseable {

    private final double decay;
    private final ClassifierNetworks average;
    private final ClassifierNetworks student;
    private int steps;

    /** @param average networks to begin with; they hold the average from then on, and are the caller's to close */
    public WeightAverage(ClassifierNetworks average, double decay) {
        this.decay = decay;
        this.average = average;
        this.student = decay == 0 ? average : average.copy();
    }

    /** The networks that gradients change. */
    public ClassifierNetworks student() {
        return student;
    }

    /** The networks that hold the average. */
    public ClassifierNetworks average() {
        return average;
    }

    /** Takes in the student's parameters as they are after a step. */
    public void update() {
        if (decay == 0) {
            return;
        }
        double kept = Math.min(decay, (1.0 + steps) / (10.0 + steps));
        steps++;
        blend(average.featureExtractor(), student.featureExtractor(), kept);
        blend(average.labelClassifier(), student.labelClassifier(), kept);
    }

    private static void blend(Network average, Network student, double kept) {
        INDArray values = average.parameters().values();
        values.muli(kept);
        // in place: a product of its own would cost memory outside the heap at each step
        Nd4j.getBlasWrapper().level1().axpy(values.length(), 1 - kept, student.parameters().values(), values);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(steps);
        if (decay > 0) {
            for (Network network : networks()) {
                Vectors.write(network.parameters().values(), out);
            }
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        steps = in.readInt();
        if (decay > 0) {
            for (Network network : networks()) {
                Vectors.read(network.parameters().values(), in);
            }
        }
    }

    private List<Network> networks() {
        return List.of(average.featureExtractor(), average.labelClassifier());
    }

    /** Frees the student where it is not the average itself. */
    @Override
    public void close() {
        if (decay > 0) {
            student.close();
        }
    }
}
