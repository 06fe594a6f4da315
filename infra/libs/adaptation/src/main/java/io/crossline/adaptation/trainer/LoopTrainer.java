package io.crossline.adaptation.trainer;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What all trainers share: networks to begin with, and a method's steps run over them by a {@link TrainingLoop}.
 *
 * @param <N> networks that it trains
 */
public abstract class LoopTrainer<N> implements Trainer<N> {

    /** Makes a method's steps on the networks that it trains. */
    @FunctionalInterface
    protected interface Method<N> {

        /**
         * @param networks hold the result in the end
         * @param steps of the whole training
         */
        TrainingSteps steps(N networks, int steps);
    }

    private final TrainingLoop loop;
    private final Supplier<N> initial;
    private final Method<N> method;
    private final Consumer<N> close;
    private N networks;

    /**
     * @param initial makes the networks that the run begins with and changes
     * @param close frees the networks of a run that ends early
     */
    protected LoopTrainer(TrainingLoop loop, Supplier<N> initial, Method<N> method, Consumer<N> close) {
        this.loop = loop;
        this.initial = initial;
        this.method = method;
        this.close = close;
    }

    /** Name of a method's run, by what is known of the target: the one cannot go on from the other's checkpoint. */
    protected static String run(String method, AdaptationTarget target) {
        String labels = target.given().count() == 0 ? "" : " with " + target.given().count() + " given labels";
        return method + labels + target.mix().map(mix -> " under the mix " + Arrays.toString(mix.shares())).orElse("");
    }

    @Override
    public final N train(TrainingListener listener, Checkpoints checkpoints, BooleanSupplier cancelled) {
        networks = initial.get();
        try (TrainingSteps steps = method.steps(networks, loop.epochs() * loop.stepsPerEpoch())) {
            loop.run(steps, listener, checkpoints, cancelled);
            return networks;
        } catch (RuntimeException e) {
            close.accept(networks);
            throw e;
        }
    }

    @Override
    public final int epochs() {
        return loop.epochs();
    }

    @Override
    public final int stepsPerEpoch() {
        return loop.stepsPerEpoch();
    }

    @Override
    public final N networks() {
        return networks;
    }
}
