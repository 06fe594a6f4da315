package io.crossline.networks;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.ParameterSet;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * A network: declared and held by DL4J, run by the executor. Parameters are the DL4J network's own, so what the one trains
 * the other saves.
 */
public final class Network implements AutoCloseable {

    private final Model model;
    private final ParameterSet parameters;
    private final ExecutionPlan plan;

    private Network(Model model, Map<String, INDArray> table) {
        this.model = model;
        INDArray flat = model.params();
        this.parameters = new ParameterSet(flat);
        for (Map.Entry<String, INDArray> entry : table.entrySet()) {
            parameters.add(entry.getKey(), rowMajor(entry.getValue()), entry.getValue().offset() - flat.offset(),
                    !isStatistic(entry.getKey()));
        }
        this.plan = model instanceof ComputationGraph graph
                ? ExecutionPlan.of(graph, layer -> key -> find(layer, key))
                : ExecutionPlan.of((MultiLayerNetwork) model, layer -> key -> find(layer, key));
    }

    /** A network with fresh parameters drawn from the seed: Glorot uniform weights, zero biases. */
    public static Network create(MultiLayerConfiguration declaration, long seed) {
        MultiLayerNetwork model = new MultiLayerNetwork(declaration);
        model.init();
        return of(model).initialize(seed);
    }

    /** As {@link #create(MultiLayerConfiguration, long)}. */
    public static Network create(ComputationGraphConfiguration declaration, long seed) {
        ComputationGraph model = new ComputationGraph(declaration);
        model.init();
        return of(model).initialize(seed);
    }

    /** Runs a DL4J network that is initialised already, with its parameters. */
    public static Network of(MultiLayerNetwork model) {
        return new Network(model, model.paramTable());
    }

    /** Runs a DL4J network that is initialised already, with its parameters. */
    public static Network of(ComputationGraph model) {
        return new Network(model, model.paramTable());
    }

    /** The same declaration with a copy of the parameters. */
    public Network copy() {
        return model instanceof ComputationGraph graph ? of(graph.clone()) : of(((MultiLayerNetwork) model).clone());
    }

    /**
     * Runs the network once on a batch. Gradients flow to the input if it is differentiable, and to the parameters if the
     * tape trains them.
     *
     * @return logits where the declaration ends in a softmax, else the last layer's output
     */
    public Variable forward(Tape tape, Variable input, Mode mode) {
        return plan.run(tape, input, mode);
    }

    /** The DL4J network: declaration, parameters and serialisation. */
    public Model model() {
        return model;
    }

    public ParameterSet parameters() {
        return parameters;
    }

    /** The running mean and variance of each batch normalisation: what no gradient changes. Empty where there is none. */
    public List<INDArray> statistics() {
        return parameters.parameters().stream().filter(parameter -> !parameter.trained())
                .map(ParameterSet.Parameter::value).toList();
    }

    /** Number of parameters, running statistics included. */
    public long parameterCount() {
        return parameters.values().length();
    }

    /** Frees gradients and parameters. */
    @Override
    public void close() {
        parameters.close();
        // the DL4J network has nothing else outside the heap: its own close() would stop the service for two full collections
        INDArray flat = model.params();
        if (!flat.wasClosed()) {
            flat.close();
        }
    }

    private Network initialize(long seed) {
        Random random = new Random(seed);
        for (ParameterSet.Parameter parameter : parameters.parameters()) {
            String key = key(parameter.name());
            switch (key) {
                case "W" -> glorotUniform(parameter.value(), random);
                case "gamma", "var" -> parameter.value().assign(1);
                default -> parameter.value().assign(0);
            }
        }
        return this;
    }

    /** Uniform in {@code +-sqrt(6 / (fan in + fan out))} (Glorot and Bengio 2010). */
    private static void glorotUniform(INDArray weights, Random random) {
        long[] shape = weights.shape();
        long window = shape.length == 4 ? shape[2] * shape[3] : 1;
        double limit = Math.sqrt(6.0 / ((shape[0] + shape[1]) * window));
        for (long i = 0; i < weights.length(); i++) {
            weights.putScalar(i, (2 * random.nextDouble() - 1) * limit);
        }
    }

    private ParameterSet.Parameter find(String layer, String key) {
        String name = layer + "_" + key;
        return parameters.parameters().stream().filter(parameter -> parameter.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The network has no parameter " + name));
    }

    /** Dense weights lie in Fortran order {@code [I, O]}: the same memory is {@code [O, I]} in C order. */
    private static INDArray rowMajor(INDArray value) {
        return value.rank() == 2 ? value.transpose() : value;
    }

    private static boolean isStatistic(String name) {
        String key = key(name);
        return key.equals("mean") || key.equals("var");
    }

    private static String key(String name) {
        return name.substring(name.lastIndexOf('_') + 1);
    }
}
