package io.crossline.adaptation.preset;

import java.util.Map;

import io.crossline.adaptation.adabn.AdaBnHyperparameters;
import io.crossline.adaptation.adabn.AdaBnTrainer;
import io.crossline.adaptation.coral.CoralHyperparameters;
import io.crossline.adaptation.coral.CoralLinearHyperparameters;
import io.crossline.adaptation.coral.CoralLinearTrainer;
import io.crossline.adaptation.coral.CoralTrainer;
import io.crossline.adaptation.dann.DannHyperparameters;
import io.crossline.adaptation.dann.DannTrainer;
import io.crossline.adaptation.mmd.MmdHyperparameters;
import io.crossline.adaptation.mmd.MmdTrainer;
import io.crossline.adaptation.preset.Schedule.Line;
import io.crossline.adaptation.selftraining.SelfTrainingHyperparameters;
import io.crossline.adaptation.selftraining.SelfTrainingTrainer;
import io.crossline.adaptation.teacher.TeacherHyperparameters;
import io.crossline.adaptation.teacher.TeacherTrainer;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.Trainer;
import io.crossline.contracts.Method;
import io.crossline.networks.ClassifierNetworks;

/**
 * A method that adapts a source classifier to a target line: its hyperparameters, how long it trains, and how its trainer is made.
 *
 * @param trainers makes the method's trainer
 */
public record AdaptationPreset<H extends Record & Hyperparameters>(Method method, MethodPreset<H> preset,
        TrainerFactory<H> trainers) {

    /** Makes a trainer that starts from a source classifier. */
    @FunctionalInterface
    public interface TrainerFactory<H> {

        /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
        Trainer<ClassifierNetworks> trainer(LabelledImages source, AdaptationTarget target, H hyperparameters,
                long seed, ClassifierNetworks initial);
    }

    /** For the method that these hyperparameters are of. */
    public static AdaptationPreset<DannHyperparameters> of(DannHyperparameters hyperparameters, Schedule schedule) {
        return of(Method.DANN, hyperparameters, schedule, Line.TARGET, DannTrainer::new);
    }

    /** For the method that these hyperparameters are of. */
    public static AdaptationPreset<CoralHyperparameters> of(CoralHyperparameters hyperparameters, Schedule schedule) {
        return of(Method.CORAL, hyperparameters, schedule, Line.TARGET, CoralTrainer::new);
    }

    /** For the method that these hyperparameters are of. */
    public static AdaptationPreset<CoralLinearHyperparameters> of(CoralLinearHyperparameters hyperparameters,
            Schedule schedule) {
        return of(Method.CORAL_LINEAR, hyperparameters, schedule, Line.SOURCE, CoralLinearTrainer::new);
    }

    /** For the method that these hyperparameters are of. */
    public static AdaptationPreset<MmdHyperparameters> of(MmdHyperparameters hyperparameters, Schedule schedule) {
        return of(Method.MMD, hyperparameters, schedule, Line.TARGET, MmdTrainer::new);
    }

    /** For the method that these hyperparameters are of. */
    public static AdaptationPreset<TeacherHyperparameters> of(TeacherHyperparameters hyperparameters,
            Schedule schedule) {
        return of(Method.TEACHER, hyperparameters, schedule, Line.TARGET, TeacherTrainer::new);
    }

    /** For the method that these hyperparameters are of. */
    public static AdaptationPreset<AdaBnHyperparameters> of(AdaBnHyperparameters hyperparameters, Schedule schedule) {
        return of(Method.ADABN, hyperparameters, schedule, Line.TARGET,
                (source, target, sized, seed, initial) -> new AdaBnTrainer(target.images(), target.mix(), sized, seed,
                        initial));
    }

    /** For the method that these hyperparameters are of. */
    public static AdaptationPreset<SelfTrainingHyperparameters> of(SelfTrainingHyperparameters hyperparameters,
            Schedule schedule) {
        return of(Method.SELF_TRAINING, hyperparameters, schedule, Line.TARGET,
                (source, target, sized, seed, initial) -> new SelfTrainingTrainer(source, target.images(),
                        target.mix(), sized, seed, initial));
    }

    private static <H extends Record & Hyperparameters> AdaptationPreset<H> of(Method method, H hyperparameters,
            Schedule schedule, Line epochOf, TrainerFactory<H> trainers) {
        return new AdaptationPreset<>(method, new MethodPreset<>(hyperparameters, schedule, epochOf), trainers);
    }

    /** The same with some other hyperparameters; names that the method does not have are passed over. */
    AdaptationPreset<H> with(Map<String, String> values) {
        return new AdaptationPreset<>(method, preset.with(values), trainers);
    }
}
