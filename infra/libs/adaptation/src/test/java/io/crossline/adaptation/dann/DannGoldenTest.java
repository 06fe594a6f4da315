package io.crossline.adaptation.dann;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.GoldenData;
import io.crossline.adaptation.trainer.GoldenFile;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.TrainedNetwork;
import io.crossline.networks.Adam;
import io.crossline.networks.ClassifierNetworks;

class DannGoldenTest {

    @Test
    void stepsEqualPyTorchs() {
        LabelledImages source = GoldenData.source();
        try (ClassifierNetworks networks = ClassifierNetworks.create(source.shape(), GoldenData.CLASSES, 0);
                DannSteps steps = new DannSteps(source, AdaptationTarget.of(GoldenData.target(103), source),
                        GoldenData.BATCH,
                        DannHyperparameters.NOTEBOOK, 0, networks, 1)) {
            TrainedNetwork domainClassifier = (TrainedNetwork) steps.state().get(1);
            GoldenData.fill(networks.featureExtractor(), 1);
            GoldenData.fill(networks.labelClassifier(), 2);
            GoldenData.fill(domainClassifier.network(), 3);

            new GoldenFile("dann", 1e-5).check(steps,
                    Map.of("featureExtractor", (TrainedNetwork) steps.state().get(2), "labelClassifier",
                            (TrainedNetwork) steps.state().get(3), "domainClassifier", domainClassifier),
                    Adam.BETA1);
        }
    }
}
