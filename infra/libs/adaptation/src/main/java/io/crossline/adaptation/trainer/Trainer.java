package io.crossline.adaptation.trainer;

import java.util.function.BooleanSupplier;

/**
 * Trains networks on image sets held in memory. Made for one run: images, hyperparameters, seed and initial networks
 * are given to the constructor.
 *
 * <p>
 * The same images, hyperparameters, seed and initial networks give the same parameters, bit for bit, on the same
 * backend and number of threads, whether or not the run was interrupted and resumed in between.
 *
 * @param <N> networks that it trains
 */
public interface Trainer<N> {

    /**
     * Trains to the end, resuming from the newest checkpoint if there is one. Runs in the calling thread; call it from
     * one thread only.
     *
     * @param listener told of every epoch, and a few times a second within one
     * @param checkpoints where the state is kept between an interruption and the next try
     * @param cancelled asked at every step
     * @return the trained networks; the caller closes them
     * @throws TrainingCancelledException once {@code cancelled} says so
     * @throws TrainingDivergedException if a loss is no finite number any more
     * @throws UnusableCheckpointException if the checkpoint is of another run or damaged
     */
    N train(TrainingListener listener, Checkpoints checkpoints, BooleanSupplier cancelled);

    /** Epochs of the whole run. */
    int epochs();

    /** Steps of one epoch. */
    int stepsPerEpoch();

    /**
     * The networks as they stand, to be scored within {@link TrainingListener#epoch}, in the trainer's thread. They go on
     * changing afterwards, and the caller does not close them.
     */
    N networks();
}
