package io.crossline.networks.tape;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Moves floats between the heap and native arrays in one go: ND4J's own way goes element by element. */
public final class Floats {

    private Floats() {}

    /** Overwrites a whole array, in C order, which owns its memory. */
    public static void write(float[] values, INDArray array) {
        if (values.length != array.length()) {
            throw new IllegalArgumentException(values.length + " values for an array of " + array.length());
        }
        if (Nd4j.getEnvironment().isCPU()) {
            array.data().asNioFloat().put(values);
        } else {
            array.data().setData(values);
        }
    }

    /** A whole array, in C order, which owns its memory. */
    public static float[] read(INDArray array) {
        if (!Nd4j.getEnvironment().isCPU()) {
            return array.data().asFloat();
        }
        float[] values = new float[Math.toIntExact(array.length())];
        array.data().asNioFloat().get(values);
        return values;
    }
}
