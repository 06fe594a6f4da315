package io.crossline.networks;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;

/** Strings layers together, and adds what goes around some of them. */
final class GraphBuilder {

    private final ComputationGraphConfiguration.GraphBuilder graph;
    private String last = "images";
    private int count;

    GraphBuilder(InputType input) {
        graph = new NeuralNetConfiguration.Builder().graphBuilder().addInputs(last).setInputTypes(input);
    }

    GraphBuilder add(Layer layer) {
        String name = "layer" + count++;
        graph.addLayer(name, layer, last);
        last = name;
        return this;
    }

    GraphBuilder normalize() {
        return add(Layers.normalization());
    }

    GraphBuilder activate(IActivation function) {
        return add(Layers.activation(function));
    }

    void addTo(String other) {
        String name = "sum" + count++;
        graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), other, last);
        last = name;
    }

    /** Goes on from an earlier layer. */
    GraphBuilder from(String name) {
        last = name;
        return this;
    }

    /** Name of the newest layer. */
    String last() {
        return last;
    }

    ComputationGraphConfiguration build() {
        return graph.setOutputs(last).build();
    }
}
