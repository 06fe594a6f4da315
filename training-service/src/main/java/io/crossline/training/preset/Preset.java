package io.crossline.training.preset;

import io.crossline.networks.ClassifierArchitecture;
import io.crossline.training.adabn.AdaBnHyperparameters;
import io.crossline.training.coral.CoralHyperparameters;
import io.crossline.training.coral.CoralLinearHyperparameters;
import io.crossline.training.cyclegan.CycleGanHyperparameters;
import io.crossline.training.dann.DannHyperparameters;
import io.crossline.training.selftraining.SelfTrainingHyperparameters;
import io.crossline.training.source.FineTuneHyperparameters;
import io.crossline.training.source.SourceHyperparameters;
import io.crossline.training.teacher.TeacherHyperparameters;

/**
 * The hyperparameters of all methods.
 *
 * @param description one sentence for people
 * @param generators of CycleGAN's networks, the first part of a cyclegan job
 * @param fineTune of the classifier on translated images, its second part
 */
public record Preset(String name, String description, MethodPreset<SourceHyperparameters> source,
        MethodPreset<CycleGanHyperparameters> generators, MethodPreset<FineTuneHyperparameters> fineTune,
        MethodPreset<DannHyperparameters> dann, MethodPreset<CoralHyperparameters> coral,
        MethodPreset<CoralLinearHyperparameters> coralLinear, MethodPreset<TeacherHyperparameters> teacher,
        MethodPreset<AdaBnHyperparameters> adaBn, MethodPreset<SelfTrainingHyperparameters> selfTraining) {

    /** Whether its source classifier has batch normalisation, whose statistics can be those of the target. */
    public boolean hasBatchNormalization() {
        return source.hyperparameters().architecture() == ClassifierArchitecture.RESIDUAL;
    }
}
