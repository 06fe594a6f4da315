package io.crossline.networks.tape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The parameters of one network, a flat vector with named views, and their gradients in the same layout. */
public final class ParameterSet implements AutoCloseable {

    private final INDArray values;
    private final List<Parameter> parameters = new ArrayList<>();
    private INDArray gradients;

    /** @param values flat vector that the parameters live in; not copied */
    public ParameterSet(INDArray values) {
        this.values = values.reshape(values.length());
    }

    /**
     * Names a part of the flat vector.
     *
     * @param value view of the flat vector, C order
     * @param offset of the view in the flat vector
     * @param trained false for what no gradient changes, such as running statistics
     */
    public Parameter add(String name, INDArray value, long offset, boolean trained) {
        Parameter parameter = new Parameter(name, value, offset, trained);
        parameters.add(parameter);
        return parameter;
    }

    /** All parameters, {@code [P]}: live. */
    public INDArray values() {
        return values;
    }

    public List<Parameter> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /** All gradients, {@code [P]}; zero where none has been found since {@link #clearGradients}. */
    public INDArray gradients() {
        allocated();
        for (Parameter parameter : parameters) {
            if (parameter.trained && !parameter.variable().gradientWritten) {
                parameter.variable().gradient.assign(0);
            }
        }
        return gradients;
    }

    /** Forgets the gradients: the next backward pass starts from zero. */
    public void clearGradients() {
        for (Parameter parameter : parameters) {
            if (parameter.variable != null) {
                parameter.variable.gradientWritten = false;
            }
        }
    }

    private INDArray allocated() {
        if (gradients == null) {
            gradients = Nd4j.createUninitializedDetached(DataType.FLOAT, values.length());
            gradients.assign(0);
        }
        return gradients;
    }

    /** Frees the gradients; the values belong to whoever made them. */
    @Override
    public void close() {
        if (gradients != null) {
            parameters.forEach(parameter -> parameter.variable = null);
            gradients.close();
            gradients = null;
        }
    }

    /** One array of parameters. */
    public final class Parameter {

        private final String name;
        private final INDArray value;
        private final long offset;
        private final boolean trained;
        private Variable variable;

        private Parameter(String name, INDArray value, long offset, boolean trained) {
            this.name = name;
            this.value = value;
            this.offset = offset;
            this.trained = trained;
        }

        public String name() {
            return name;
        }

        public INDArray value() {
            return value;
        }

        public long offset() {
            return offset;
        }

        public boolean trained() {
            return trained;
        }

        public ParameterSet set() {
            return ParameterSet.this;
        }

        Variable variable() {
            if (variable == null) {
                INDArray gradient = allocated().get(NDArrayIndex.interval(offset, offset + value.length()))
                        .reshape('c', value.shape());
                variable = Variable.leaf(value, gradient);
            }
            return variable;
        }
    }
}
