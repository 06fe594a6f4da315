package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import io.crossline.networks.Adam;
import io.crossline.networks.Network;
import io.crossline.networks.tape.ParameterSet;

/** A network with its optimiser. */
public final class TrainedNetwork implements Stateful, AutoCloseable {

    private final Network network;
    private final LearningRate learningRate;
    private final double weightDecay;
    private final Adam adam;

    public TrainedNetwork(Network network, LearningRate learningRate) {
        this(network, learningRate, Adam.BETA1, 0);
    }

    /** @param weightDecay share of each parameter, times the learning rate, that is taken away at each step */
    public TrainedNetwork(Network network, LearningRate learningRate, double beta1, double weightDecay) {
        this.weightDecay = weightDecay;
        this.network = network;
        this.learningRate = learningRate;
        this.adam = new Adam(network.parameters(), beta1);
    }

    public Network network() {
        return network;
    }

    public ParameterSet parameters() {
        return network.parameters();
    }

    public Adam optimizer() {
        return adam;
    }

    /** Moves the parameters against their gradients, and forgets the gradients. */
    public void update() {
        adam.step(learningRate.at(adam.steps()), weightDecay);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(adam.steps());
        Vectors.write(network.parameters().values(), out);
        Vectors.write(adam.firstMoment(), out);
        Vectors.write(adam.secondMoment(), out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        adam.resume(in.readInt());
        Vectors.read(network.parameters().values(), in);
        Vectors.read(adam.firstMoment(), in);
        Vectors.read(adam.secondMoment(), in);
        network.parameters().clearGradients();
    }

    /** Frees the optimiser's memory; the network belongs to whoever made it. */
    @Override
    public void close() {
        adam.close();
    }
}
