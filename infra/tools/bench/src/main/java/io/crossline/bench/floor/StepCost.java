package io.crossline.bench.floor;

import java.util.List;

/**
 * What one training step, or one batch of inference, costs.
 *
 * @param passes in any order
 * @param updated networks whose parameters Adam moves
 */
record StepCost(List<Pass> passes, List<NetworkCost> updated) {

    /** Adam reads parameters, gradients and both moments, and writes all but the gradients. */
    private static final int UPDATE_MOVES = 7;

    StepCost {
        passes = List.copyOf(passes);
        updated = List.copyOf(updated);
    }

    /** Floating point operations. */
    long operations() {
        return passes.stream().mapToLong(Pass::operations).sum();
    }

    long bytes() {
        return passes.stream().mapToLong(Pass::bytes).sum()
                + UPDATE_MOVES * Float.BYTES * updated.stream().mapToLong(NetworkCost::parameters).sum();
    }
}
