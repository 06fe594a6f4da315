package io.crossline.bench.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;

/** What a network's layers cost, in their order. */
record NetworkCost(List<LayerCost> layers) {

    NetworkCost {
        layers = List.copyOf(layers);
    }

    static NetworkCost of(MultiLayerConfiguration declaration, InputType input) {
        List<InputType> outputs = declaration.getLayerActivationTypes(input);
        List<LayerCost> layers = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Layer layer = declaration.getConf(i).getLayer();
            layers.add(LayerCost.of(layer, i == 0 ? input : outputs.get(i - 1), outputs.get(i)));
        }
        return new NetworkCost(layers);
    }

    static NetworkCost of(ComputationGraphConfiguration declaration, InputType input) {
        Map<String, InputType> outputs = declaration.getLayerActivationTypes(input);
        List<LayerCost> layers = new ArrayList<>();
        // the order of declaration, in which Networks strings the layers together
        declaration.getVertices().forEach((name, vertex) -> {
            if (vertex instanceof LayerVertex layer) {
                String before = declaration.getVertexInputs().get(name).get(0);
                layers.add(LayerCost.of(layer.getLayerConf().getLayer(), outputs.getOrDefault(before, input),
                        outputs.get(name)));
            }
        });
        return new NetworkCost(layers);
    }

    /** Floating point operations of one image's forward pass. */
    long operations() {
        return layers.stream().mapToLong(LayerCost::operations).sum();
    }

    /** Those of the first layer. */
    long firstOperations() {
        return layers.get(0).operations();
    }

    /** Floats that the layers give for one image. */
    long outputs() {
        return layers.stream().mapToLong(LayerCost::outputs).sum();
    }

    long parameters() {
        return layers.stream().mapToLong(LayerCost::parameters).sum();
    }
}
