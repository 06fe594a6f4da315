package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Floats;

/** Vectors of parameters in a checkpoint: their length, then float32, big-endian. */
final class Vectors {

    private Vectors() {}

    static void write(INDArray vector, DataOutput out) throws IOException {
        float[] values = Floats.read(vector);
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    /** @throws IOException if the checkpoint holds another number of parameters */
    static void read(INDArray vector, DataInput in) throws IOException {
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
}
