package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.IntToDoubleFunction;

import io.crossline.networks.ClassifierNetworks;

/**
 * Batches of target images in which all classes come alike often, by labels that the classifier gives: anew at the beginning of each
 * round of steps.
 */
public final class TargetLabelling implements Stateful {

    private final TargetLabeller labeller;
    private final int classes;
    private final int batch;
    private final int stepsPerRound;
    private final IntToDoubleFunction trusted;
    private final long seed;
    private int steps;
    /** Class of each image, in the round that runs. */
    private int[] labels = {};
    private ClassBalancedStream batches;

    /**
     * @param stepsPerRound 1 or more
     * @param trusted share of each class's images, the surest ones, that a round draws from; by the round's number, from 0
     */
    public TargetLabelling(TargetLabeller labeller, int classes, int batch, int stepsPerRound,
            IntToDoubleFunction trusted, long seed) {
        this.labeller = labeller;
        this.classes = classes;
        this.batch = batch;
        this.stepsPerRound = stepsPerRound;
        this.trusted = trusted;
        this.seed = seed;
    }

    /**
     * The next batch's images.
     *
     * @param networks label the images where a round begins; stay open and unchanged
     */
    public int[] next(ClassifierNetworks networks) {
        if (steps % stepsPerRound == 0) {
            labels = labeller.label(networks).trusted(trusted.applyAsDouble(round()));
            batches = stream();
        }
        steps++;
        return batches.next();
    }

    /** The labels of some of the newest batch's images, {@code [N, K]} in C order, 1 at each image's class. */
    public float[] oneHot(int[] images) {
        float[] rows = new float[images.length * classes];
        for (int i = 0; i < images.length; i++) {
            rows[i * classes + labels[images[i]]] = 1;
        }
        return rows;
    }

    /** Of the next step. */
    private int round() {
        return steps / stepsPerRound;
    }

    private ClassBalancedStream stream() {
        return new ClassBalancedStream(labels, classes, batch, seed + round());
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(steps);
        out.writeInt(labels.length);
        for (int label : labels) {
            out.writeInt(label);
        }
        if (batches != null) {
            batches.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        int savedSteps = in.readInt();
        labels = new int[in.readInt()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = in.readInt();
        }
        if (labels.length > 0) {
            // the stream is of the round of the newest step
            steps = savedSteps - 1;
            batches = stream();
            batches.load(in);
        }
        steps = savedSteps;
    }
}
