package io.crossline.networks;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;

import io.crossline.networks.ops.Activations;
import io.crossline.networks.ops.BatchNormalization;
import io.crossline.networks.ops.Convolution;
import io.crossline.networks.ops.Dense;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.GlobalMaximum;
import io.crossline.networks.ops.MaxPooling;
import io.crossline.networks.ops.TransposedConvolution;
import io.crossline.networks.tape.ParameterSet;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** How each kind of DL4J layer is executed. */
final class Operations {

    static final Operation.Unary RELU = (tape, x, mode) -> Activations.relu(tape, x);
    static final Operation.Unary MAX_POOLING = (tape, x, mode) -> MaxPooling.apply(tape, x);

    private Operations() {}

    static Operation sum() {
        return (tape, inputs, mode) -> Elementwise.add(tape, inputs.get(0), inputs.get(1));
    }

    /** @throws IllegalArgumentException if the executor does not know the layer or one of its settings */
    static List<Operation> of(Layer layer, LayerParameters parameters) {
        List<Operation> operations = new ArrayList<>();
        if (layer instanceof Deconvolution2D transposed) {
            operations.add(transposed(transposed, parameters));
            operations.addAll(activation(transposed.getActivationFn()));
        } else if (layer instanceof ConvolutionLayer convolution) {
            operations.add(convolution(convolution, parameters));
            operations.addAll(activation(convolution.getActivationFn()));
        } else if (layer instanceof org.deeplearning4j.nn.conf.layers.BatchNormalization normalization) {
            operations.add(normalization(normalization, parameters));
        } else if (layer instanceof SubsamplingLayer) {
            operations.add(MAX_POOLING);
        } else if (layer instanceof GlobalPoolingLayer pooling) {
            operations.add(globalMaximum(pooling));
        } else if (layer instanceof ActivationLayer activation) {
            operations.addAll(activation(activation.getActivationFn()));
        } else if (layer instanceof OutputLayer) {
            // logits: the losses contain the softmax
            operations.add(dense(parameters));
        } else if (layer instanceof DenseLayer dense) {
            operations.add(dense(parameters));
            operations.addAll(activation(dense.getActivationFn()));
        } else {
            throw new IllegalArgumentException("The executor knows no " + layer.getClass().getSimpleName());
        }
        return operations;
    }

    private static Operation.Unary convolution(ConvolutionLayer layer, LayerParameters parameters) {
        requireSame(layer);
        ParameterSet.Parameter weights = parameters.get("W");
        ParameterSet.Parameter bias = layer.hasBias() ? parameters.get("b") : null;
        int stride = layer.getStride()[0];
        return (tape, x, mode) -> Convolution.apply(tape, x, of(tape, weights), bias == null ? null : of(tape, bias),
                stride);
    }

    private static Operation.Unary transposed(Deconvolution2D layer, LayerParameters parameters) {
        requireSame(layer);
        ParameterSet.Parameter weights = parameters.get("W");
        int stride = layer.getStride()[0];
        return (tape, x, mode) -> TransposedConvolution.apply(tape, x, of(tape, weights), stride);
    }

    private static void requireSame(ConvolutionLayer layer) {
        if (layer.getConvolutionMode() != ConvolutionMode.Same) {
            throw new IllegalArgumentException("The executor knows SAME padding only");
        }
    }

    private static Operation.Unary normalization(org.deeplearning4j.nn.conf.layers.BatchNormalization layer,
            LayerParameters parameters) {
        ParameterSet.Parameter gamma = parameters.get("gamma");
        ParameterSet.Parameter beta = parameters.get("beta");
        ParameterSet.Parameter mean = parameters.get("mean");
        ParameterSet.Parameter variance = parameters.get("var");
        return (tape, x, mode) -> mode == Mode.TRAIN
                ? BatchNormalization.train(tape, x, of(tape, gamma), of(tape, beta), mean.value(), variance.value(),
                        layer.getEps(), layer.getDecay())
                : BatchNormalization.infer(tape, x, of(tape, gamma), of(tape, beta), mean.value(), variance.value(),
                        layer.getEps());
    }

    private static Operation.Unary dense(LayerParameters parameters) {
        ParameterSet.Parameter weights = parameters.get("W");
        ParameterSet.Parameter bias = parameters.get("b");
        return (tape, x, mode) -> Dense.apply(tape, x, of(tape, weights), of(tape, bias));
    }

    private static Operation.Unary globalMaximum(GlobalPoolingLayer layer) {
        if (layer.getPoolingType() != PoolingType.MAX) {
            throw new IllegalArgumentException("The executor knows no global pooling by " + layer.getPoolingType());
        }
        return (tape, x, mode) -> GlobalMaximum.apply(tape, x);
    }

    private static List<Operation> activation(IActivation function) {
        if (function instanceof ActivationIdentity) {
            return List.of();
        }
        if (function instanceof ActivationReLU) {
            return List.of(RELU);
        }
        if (function instanceof ActivationLReLU leaky) {
            Operation.Unary operation = (tape, x, mode) -> Activations.leakyRelu(tape, x, leaky.getAlpha());
            return List.of(operation);
        }
        if (function instanceof ActivationTanH) {
            Operation.Unary operation = (tape, x, mode) -> Activations.tanh(tape, x);
            return List.of(operation);
        }
        throw new IllegalArgumentException("The executor knows no activation " + function);
    }

    private static Variable of(Tape tape, ParameterSet.Parameter parameter) {
        return tape.parameter(parameter.set(), parameter);
    }
}
