package io.crossline.training.trainer;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all trainers share: networks to begin with, and a method's steps run over them by a {@link TrainingLoop}.
 *
 * @param <N> networks that it trains
 */
public abstract class LoopTrainer<N> implements Trainer<N> {

    private final TrainingLoop loop;
    private final Supplier<N> initial;
    private final Function<N, TrainingSteps> method;
    private final Consumer<N> close;
    private N networks;

    /**
     * @param initial makes the networks that the run begins with and changes
     * @param method the method's steps on these networks
     * @param close frees the networks of a run that ends early
     */
    protected LoopTrainer(TrainingLoop loop, Supplier<N> initial, Function<N, TrainingSteps> method,
            Consumer<N> close) {
        this.loop = loop;
        this.initial = initial;
        this.method = method;
        this.close = close;
    }

    @Override
    public final N train(TrainingListener listener, Checkpoints checkpoints, BooleanSupplier cancelled) {
        networks = initial.get();
        try (TrainingSteps steps = method.apply(networks)) {
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
