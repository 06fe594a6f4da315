package io.crossline.adaptation.source;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.crossline.adaptation.trainer.GoldenData;
import io.crossline.adaptation.trainer.GoldenFile;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LearningRate;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.TrainedNetwork;
import io.crossline.networks.Adam;
import io.crossline.networks.ClassifierNetworks;

class SourceGoldenTest {

    @ParameterizedTest
    @CsvSource({"source, 1e-3", "fine-tune, 1e-5"})
    void stepsEqualPyTorchs(String method, double learningRate) {
        LabelledImages images = GoldenData.source();
        try (ClassifierNetworks networks = ClassifierNetworks.create(images.shape(), GoldenData.CLASSES, 0);
                SourceSteps steps = new SourceSteps(images, GoldenData.BATCH, LearningRate.constant(learningRate),
                        Refinements.NONE, 0, networks, trained -> {
                        })) {
            GoldenData.fill(networks.featureExtractor(), 1);
            GoldenData.fill(networks.labelClassifier(), 2);

            new GoldenFile(method, 1e-5).check(steps,
                    Map.of("featureExtractor", (TrainedNetwork) steps.state().get(3), "labelClassifier",
                            (TrainedNetwork) steps.state().get(4)),
                    Adam.BETA1);
        }
    }
}
