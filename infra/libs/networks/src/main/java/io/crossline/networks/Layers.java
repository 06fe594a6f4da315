package io.crossline.networks;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

import io.crossline.contracts.ImageShape;

/** The layers that all declarations are made of. */
final class Layers {

    private static final double BATCH_NORM_EPSILON = 1e-3;
    /** Backbones' features may be small. */
    private static final double FEATURES_EPSILON = 1e-5;

    private Layers() {}

    static InputType images(ImageShape shape) {
        return InputType.convolutional(shape.height(), shape.width(), shape.channels());
    }

    static ConvolutionLayer convolution(int outputs, int kernel, int stride, boolean bias,
            Activation activation) {
        return new ConvolutionLayer.Builder(kernel, kernel).stride(stride, stride).nOut(outputs).hasBias(bias)
                .convolutionMode(ConvolutionMode.Same).activation(activation).build();
    }

    static Deconvolution2D transposed(int outputs) {
        return new Deconvolution2D.Builder(3, 3).stride(2, 2).nOut(outputs).hasBias(false)
                .convolutionMode(ConvolutionMode.Same).activation(Activation.IDENTITY).build();
    }

    static SubsamplingLayer maxPooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build();
    }

    /** With the variance as parameter: by default DL4J stores a logarithm. */
    static BatchNormalization normalization() {
        return normalization(BATCH_NORM_EPSILON);
    }

    /** Of features from outside, whose scale is unknown. */
    static BatchNormalization featureNormalization() {
        return normalization(FEATURES_EPSILON);
    }

    private static BatchNormalization normalization(double epsilon) {
        return new BatchNormalization.Builder().eps(epsilon).decay(Networks.STATISTICS_DECAY)
                .useLogStd(false)
                .build();
    }

    static ActivationLayer activation(IActivation activation) {
        return new ActivationLayer.Builder().activation(activation).build();
    }

    static IActivation relu() {
        return Activation.RELU.getActivationFunction();
    }

    /** {@code [N, I]} to {@code [N, outputs]}, rectified. */
    static DenseLayer dense(int outputs) {
        return new DenseLayer.Builder().nOut(outputs).activation(Activation.RELU).build();
    }

    /** {@code [N, C, H, W]} to {@code [N, C]}. */
    static GlobalPoolingLayer globalMaximum() {
        return new GlobalPoolingLayer.Builder(PoolingType.MAX).build();
    }

    static OutputLayer softmax(int inputs, int outputs) {
        return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(inputs).nOut(outputs)
                .activation(Activation.SOFTMAX).build();
    }
}
