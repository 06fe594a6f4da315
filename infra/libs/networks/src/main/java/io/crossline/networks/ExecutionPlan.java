package io.crossline.networks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** What to run in which order: read once from a DL4J network. */
final class ExecutionPlan {

    /** Values are numbered in the order in which they come about; the network's input is number 0. */
    private record Step(Operation operation, List<Integer> inputs) {}

    private final List<Step> steps = new ArrayList<>();
    /** For each value, the last step that reads it. */
    private int[] lastReader;

    static ExecutionPlan of(MultiLayerNetwork network, Function<String, LayerParameters> parameters) {
        ExecutionPlan plan = new ExecutionPlan();
        int value = 0;
        for (int i = 0; i < network.getnLayers(); i++) {
            Layer layer = network.getLayerWiseConfigurations().getConf(i).getLayer();
            value = plan.addLayer(layer, parameters.apply(String.valueOf(i)), value);
        }
        return plan.finish();
    }

    static ExecutionPlan of(ComputationGraph network, Function<String, LayerParameters> parameters) {
        ExecutionPlan plan = new ExecutionPlan();
        ComputationGraphConfiguration configuration = network.getConfiguration();
        Map<String, Integer> values = new HashMap<>();
        for (int index : network.topologicalSortOrder()) {
            String name = network.getVertices()[index].getVertexName();
            if (configuration.getNetworkInputs().contains(name)) {
                values.put(name, 0);
                continue;
            }
            List<Integer> inputs = configuration.getVertexInputs().get(name).stream().map(values::get).toList();
            GraphVertex vertex = configuration.getVertices().get(name);
            if (vertex instanceof LayerVertex layer) {
                values.put(name,
                        plan.addLayer(layer.getLayerConf().getLayer(), parameters.apply(name), inputs.get(0)));
            } else if (vertex instanceof ElementWiseVertex sum && sum.getOp() == ElementWiseVertex.Op.Add) {
                values.put(name, plan.add(Operations.sum(), inputs));
            } else {
                throw new IllegalArgumentException("The executor knows no " + vertex.getClass().getSimpleName());
            }
        }
        return plan.finish();
    }

    private int addLayer(Layer layer, LayerParameters parameters, int input) {
        int value = input;
        for (Operation operation : Operations.of(layer, parameters)) {
            value = add(operation, List.of(value));
        }
        return value;
    }

    private int add(Operation operation, List<Integer> inputs) {
        steps.add(new Step(operation, inputs));
        return steps.size();
    }

    private ExecutionPlan finish() {
        poolBeforeRelu();
        lastReader = new int[steps.size() + 1];
        for (int i = 0; i < steps.size(); i++) {
            for (int input : steps.get(i).inputs()) {
                lastReader[input] = i;
            }
        }
        lastReader[steps.size()] = Integer.MAX_VALUE;
        return this;
    }

    /** The maximum of rectified values is the rectified maximum, and that is a quarter of the work. */
    private void poolBeforeRelu() {
        for (int i = 0; i + 1 < steps.size(); i++) {
            Step relu = steps.get(i);
            Step pooling = steps.get(i + 1);
            if (relu.operation() == Operations.RELU && pooling.operation() == Operations.MAX_POOLING
                    && pooling.inputs().equals(List.of(i + 1))) {
                steps.set(i, new Step(pooling.operation(), relu.inputs()));
                steps.set(i + 1, new Step(relu.operation(), pooling.inputs()));
            }
        }
    }

    Variable run(Tape tape, Variable input, Mode mode) {
        Variable[] values = new Variable[steps.size() + 1];
        values[0] = input;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            values[i + 1] = step.operation().apply(tape, step.inputs().stream().map(v -> values[v]).toList(), mode);
            for (int read : step.inputs()) {
                // a differentiable output may need its input again; the network's input is the caller's
                if (read != 0 && lastReader[read] == i && !values[i + 1].differentiable()) {
                    tape.free(values[read]);
                }
            }
        }
        return values[steps.size()];
    }

    @Override
    public String toString() {
        return Arrays.toString(steps.stream().map(Step::operation).toArray());
    }
}
