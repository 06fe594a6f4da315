package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.crossline.networks.tape.ParameterSet;

/** What PyTorch found for a method, as written by {@code src/test/python/make_golden.py}. */
public final class GoldenFile {

    private final JsonNode golden;
    private final double tolerance;

    /** @param tolerance largest relative error allowed */
    public GoldenFile(String method, double tolerance) {
        this.tolerance = tolerance;
        try (InputStream file = GoldenFile.class.getResourceAsStream("/golden/" + method + ".json")) {
            golden = new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the steps and compares losses, the first step's gradients and the last one's running statistics.
     *
     * @param networks by their name in the file, filled by {@link GoldenData#fill}
     * @param beta1 of the optimisers
     */
    public void check(TrainingSteps steps, Map<String, TrainedNetwork> networks, double beta1) {
        int step = 0;
        for (JsonNode expected : golden.get("losses")) {
            Map<String, Double> losses = steps.step();
            assertThat(losses).hasSize(expected.size());
            int number = ++step;
            losses.forEach((name, loss) -> assertThat(loss).as("%s loss of step %d", name, number)
                    .isCloseTo(expected.get(name).asDouble(), within(tolerance * expected.get(name).asDouble())));
            if (number == 1) {
                networks.forEach((name, network) -> checkGradients(name, network, beta1));
            }
        }
        networks.forEach(this::checkStatistics);
    }

    private void checkGradients(String name, TrainedNetwork network, double beta1) {
        JsonNode expected = golden.get("gradients").get(name);
        String layer = "";
        int number = -1;
        int checked = 0;
        for (ParameterSet.Parameter parameter : network.parameters().parameters()) {
            String prefix = parameter.name().substring(0, parameter.name().lastIndexOf('_'));
            number += prefix.equals(layer) ? 0 : 1;
            layer = prefix;
            if (parameter.trained()) {
                String key = number + "." + GoldenData.kind(parameter.name());
                checkGradient(name + " " + key, gradient(network, parameter, beta1), expected.get(key));
                checked++;
            }
        }
        assertThat(checked).as("parameters of " + name).isEqualTo(expected.size());
    }

    /** After one step from zero, Adam's first moment is (1 - beta1) times the gradient. */
    private static double[] gradient(TrainedNetwork network, ParameterSet.Parameter parameter, double beta1) {
        INDArray moment = network.optimizer().firstMoment();
        double[] gradient = new double[(int) parameter.value().length()];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = moment.getDouble(parameter.offset() + i) / (1 - beta1);
        }
        return gradient;
    }

    private void checkGradient(String name, double[] gradient, JsonNode expected) {
        double largest = expected.get("largest").asDouble();
        double norm = expected.get("norm").asDouble();
        double sum = 0;
        for (double value : gradient) {
            sum += value * value;
        }
        assertThat(Math.sqrt(sum)).as("norm of the gradient of " + name).isCloseTo(norm, within(tolerance * norm));
        JsonNode samples = expected.get("samples");
        for (int j = 0; j < samples.size(); j++) {
            assertThat(gradient[GoldenData.sample(j, gradient.length)]).as("sample %d of the gradient of %s", j, name)
                    .isCloseTo(samples.get(j).asDouble(), within(tolerance * largest));
        }
    }

    private void checkStatistics(String name, TrainedNetwork network) {
        JsonNode expected = golden.get("statistics").get(name);
        if (expected == null) {
            return;
        }
        for (String kind : List.of("mean", "var")) {
            List<ParameterSet.Parameter> found = network.parameters().parameters().stream()
                    .filter(parameter -> GoldenData.kind(parameter.name()).equals(kind)).toList();
            assertThat(found).hasSize(expected.size());
            for (int i = 0; i < found.size(); i++) {
                JsonNode values = expected.get(i).get(kind);
                for (int c = 0; c < values.size(); c++) {
                    assertThat(found.get(i).value().getDouble(c)).as("running %s %d of %s", kind, c, name)
                            .isCloseTo(values.get(c).asDouble(), within(tolerance));
                }
            }
        }
    }
}
