package io.crossline.adaptation.coral;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.adaptation.alignment.AlignmentSteps;
import io.crossline.adaptation.loss.CoralLoss;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.GoldenData;
import io.crossline.adaptation.trainer.GoldenFile;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.TargetInformation;
import io.crossline.adaptation.trainer.TrainedNetwork;
import io.crossline.networks.Adam;
import io.crossline.networks.ClassifierNetworks;

class CoralGoldenTest {

    /** So large that the CORAL loss matters among the small features of untrained networks. */
    private static final double WEIGHT = 500_000;

    @Test
    void stepsEqualPyTorchs() {
        LabelledImages source = GoldenData.source();
        CoralHyperparameters hyperparameters = new CoralHyperparameters(1, GoldenData.BATCH, 0, 1e-4, 2e-4, WEIGHT,
                TargetInformation.NONE, Refinements.NONE);
        try (ClassifierNetworks networks = ClassifierNetworks.create(source.shape(), GoldenData.CLASSES, 0);
                AlignmentSteps steps = new AlignmentSteps("coral", CoralLoss::coralLoss, source,
                        AdaptationTarget.of(GoldenData.darkTarget(), source),
                        GoldenData.BATCH,
                        hyperparameters, 0,
                        networks, 1)) {
            GoldenData.fill(networks.featureExtractor(), 1);
            GoldenData.fill(networks.labelClassifier(), 2);

            new GoldenFile("coral", 1e-5).check(steps,
                    Map.of("featureExtractor", (TrainedNetwork) steps.state().get(1), "labelClassifier",
                            (TrainedNetwork) steps.state().get(2)),
                    Adam.BETA1);
        }
    }
}
