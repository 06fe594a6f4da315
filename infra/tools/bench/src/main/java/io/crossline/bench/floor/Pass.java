package io.crossline.bench.floor;

/**
 * One run of a batch through a network, and back where gradients are wanted.
 *
 * @param images of the batch
 */
record Pass(NetworkCost network, int images, Gradients gradients) {

    /** What the way back computes. A product costs the same again for its weights' gradient, and again for its input's. */
    enum Gradients {
        /** There is no way back. */
        NONE,
        /** Of the weights; the network's input is data. */
        WEIGHTS,
        /** Of the network's input; the weights stay. */
        INPUT,
        /** Of weights and input: another network stands before. */
        BOTH
    }

    long operations() {
        long forward = network.operations();
        long inner = forward - network.firstOperations();
        return images * switch (gradients) {
            case NONE -> forward;
            case WEIGHTS -> 2 * forward + inner;
            case INPUT -> 2 * forward;
            case BOTH -> 3 * forward;
        };
    }

    /** Parameters once and outputs once; on the way back outputs and their gradients once more. */
    long bytes() {
        int times = gradients == Gradients.NONE ? 1 : 3;
        return Float.BYTES * (network.parameters() + times * images * network.outputs());
    }
}
