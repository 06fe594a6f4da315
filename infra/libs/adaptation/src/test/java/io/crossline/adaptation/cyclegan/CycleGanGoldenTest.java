package io.crossline.adaptation.cyclegan;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.adaptation.trainer.GoldenData;
import io.crossline.adaptation.trainer.GoldenFile;
import io.crossline.adaptation.trainer.TrainedNetwork;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.GeneratorNetworks;

class CycleGanGoldenTest {

    @Test
    void stepsEqualPyTorchs() {
        UnlabelledImages source = GoldenData.source().withoutLabels();
        CycleGanHyperparameters hyperparameters = new CycleGanHyperparameters(1, GoldenData.BATCH, 0, 2e-4, 0.5, 10, 3,
                GoldenData.WIDTH, GoldenData.WIDTH);
        try (GeneratorNetworks generators = GeneratorNetworks.create(source.shape(), GoldenData.WIDTH, 0);
                CycleGanSteps steps = new CycleGanSteps(source, GoldenData.target(103), GoldenData.BATCH,
                        hyperparameters,
                        0, generators)) {
            TrainedNetwork sourceDiscriminator = (TrainedNetwork) steps.state().get(4);
            TrainedNetwork targetDiscriminator = (TrainedNetwork) steps.state().get(5);
            GoldenData.fill(generators.sourceToTarget(), 4);
            GoldenData.fill(generators.targetToSource(), 5);
            GoldenData.fill(sourceDiscriminator.network(), 6);
            GoldenData.fill(targetDiscriminator.network(), 7);

            new GoldenFile("cyclegan", 5e-3).check(steps,
                    Map.of("sourceToTarget", (TrainedNetwork) steps.state().get(2), "targetToSource",
                            (TrainedNetwork) steps.state().get(3), "sourceDiscriminator", sourceDiscriminator,
                            "targetDiscriminator", targetDiscriminator),
                    hyperparameters.beta1());
        }
    }
}
