package io.crossline.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.ops.Softmax;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** The executor gives what DL4J gives. */
class ForwardTest {

    private static final ImageShape SMALL = new ImageShape(1, 28, 28);
    private static final ImageShape LARGE = new ImageShape(3, 44, 52);

    static Stream<Arguments> networks() {
        return Stream.of(SMALL, LARGE).flatMap(shape -> Stream.of(
                Arguments.of("featureExtractor " + shape, Network.create(Networks.featureExtractor(shape), 1),
                        images(shape), false),
                Arguments.of("residualFeatureExtractor " + shape,
                        Network.create(Networks.residualFeatureExtractor(shape, 1), 6), images(shape), false),
                Arguments.of("residualFeatureExtractor, two blocks a stage " + shape,
                        Network.create(Networks.residualFeatureExtractor(shape, 2), 7), images(shape), false),
                Arguments.of("labelClassifier", Network.create(Networks.labelClassifier(10), 2), features(), true),
                Arguments.of("domainClassifier", Network.create(Networks.domainClassifier(), 3), features(), true),
                Arguments.of("generator " + shape, Network.create(Networks.generator(shape, 8), 4), images(shape),
                        false),
                Arguments.of("discriminator " + shape, Network.create(Networks.discriminator(shape, 8), 5),
                        images(shape), false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void forwardEqualsDl4j(String name, Network network, INDArray input, boolean endsInSoftmax) {
        for (Mode mode : Mode.values()) {
            // train mode first, so that the running statistics are not the initial ones
            INDArray expected = dl4j(network, input, mode);

            INDArray actual = executor(network, input, mode, endsInSoftmax);

            assertThat(actual.shape()).as(mode + " shape").isEqualTo(expected.shape());
            double largest = Math.max(1, expected.amaxNumber().doubleValue());
            assertThat(actual.sub(expected).amaxNumber().doubleValue() / largest).as(mode + " largest difference")
                    .isLessThan(1e-5);
        }
        network.close();
    }

    private static INDArray dl4j(Network network, INDArray input, Mode mode) {
        boolean train = mode == Mode.TRAIN;
        INDArray biased = network.parameters().values().dup();
        INDArray output = network.model() instanceof ComputationGraph graph
                ? graph.output(train, input)[0]
                : ((MultiLayerNetwork) network.model()).output(input, train);
        network.parameters().values().assign(biased);
        return output.dup();
    }

    private static INDArray executor(Network network, INDArray input, Mode mode, boolean endsInSoftmax) {
        try (ArrayPool pool = new ArrayPool(); Tape tape = new Tape(pool, network.parameters())) {
            Tape chosen = mode == Mode.TRAIN ? tape : new Tape(pool);
            Variable output = network.forward(chosen, chosen.constant(input), mode);
            return (endsInSoftmax ? Softmax.probabilities(chosen, output) : output).value().dup();
        }
    }

    private static INDArray images(ImageShape shape) {
        Nd4j.getRandom().setSeed(11);
        INDArray images = Nd4j.randn(3, shape.channels(), shape.height(), shape.width());
        return Nd4j.getExecutioner().exec(new Tanh(images));
    }

    private static INDArray features() {
        Nd4j.getRandom().setSeed(12);
        return Nd4j.rand(5, Networks.FEATURES);
    }
}
