package io.crossline.training.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.Adam;
import io.crossline.networks.Network;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.ParameterSet;

/** A network with its optimiser. */
public final class TrainedNetwork implements Stateful, AutoCloseable {

    private final Network network;
    private final Adam adam;

    public TrainedNetwork(Network network, double learningRate) {
        this(network, learningRate, Adam.BETA1);
    }

    public TrainedNetwork(Network network, double learningRate, double beta1) {
        this.network = network;
        this.adam = new Adam(network.parameters(), learningRate, beta1);
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
        adam.step();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(adam.steps());
        write(network.parameters().values(), out);
        write(adam.firstMoment(), out);
        write(adam.secondMoment(), out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        adam.resume(in.readInt());
        read(network.parameters().values(), in);
        read(adam.firstMoment(), in);
        read(adam.secondMoment(), in);
        network.parameters().clearGradients();
    }

    private static void write(INDArray vector, DataOutput out) throws IOException {
        float[] values = Floats.read(vector);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    private static void read(INDArray vector, DataInput in) throws IOException {
        int length = in.readInt();
        if (length != vector.length()) {
            throw new IOException("it holds " + length + " parameters, the network has " + vector.length());
        }
        ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES);
        in.readFully(bytes.array());
        float[] values = new float[length];
        bytes.asFloatBuffer().get(values);
        Floats.write(values, vector);
    }

    /** Frees the optimiser's memory; the network belongs to whoever made it. */
    @Override
    public void close() {
        adam.close();
    }
}
