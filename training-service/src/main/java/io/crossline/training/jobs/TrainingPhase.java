package io.crossline.training.jobs;

import java.util.Map;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Trainer;
import io.crossline.adaptation.trainer.UnusableCheckpointException;

/** Runs one trainer as a phase of a job: from its checkpoint if there is a usable one, with its progress told. */
final class TrainingPhase {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingPhase.class);

    private TrainingPhase() {}

    /** @param score figures of the networks as they stand at the end of an epoch, by name */
    static <N extends AutoCloseable> TrainedPart<N> run(JobContext context, JobPhase phase, Trainer<N> trainer,
            Hyperparameters hyperparameters,
            Function<N, Map<String, Double>> score) {
        context.requireAsBefore(phase, hyperparameters);
        context.progress().enter(phase, trainer.epochs(), "");
        PhaseListener listener = new PhaseListener(context.progress(), () -> score.apply(trainer.networks()));
        N networks;
        try {
            networks = trainer.train(listener, context.checkpoints().of(phase.name()), context.stop());
        } catch (UnusableCheckpointException e) {
            LOG.warn("Job {} begins its phase {} again: {}", context.job().jobId(), phase.name(), e.getMessage());
            context.checkpoints().discard(phase.name());
            networks = trainer.train(listener, context.checkpoints().of(phase.name()), context.stop());
        }
        // No epoch was reported if the checkpoint held the whole training already.
        double seconds = listener.trainSeconds() > 0 ? listener.trainSeconds() : context.secondsBefore();
        return new TrainedPart<>(networks, hyperparameters.toMap(), seconds, listener.imagesPerSecond());
    }
}
