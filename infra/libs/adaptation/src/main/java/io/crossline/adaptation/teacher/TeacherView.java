package io.crossline.adaptation.teacher;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.adaptation.trainer.Augmentation;
import io.crossline.adaptation.trainer.TrainingBatch;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.image.ImageEncoder;
import io.crossline.networks.ops.Softmax;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** What the teacher says about its own view of a batch of target images, and where it is to be believed. */
final class TeacherView {

    private final UnlabelledImages target;
    private final Augmentation augmentation;
    private final double confidence;
    private final ArrayPool pool;
    private final TrainingBatch batch;
    private final INDArray probabilities;
    private final INDArray believed;
    private final INDArray pseudoLabels;
    private final int classes;

    /** @param encoder what the networks take for the images */
    TeacherView(ArrayPool pool, ImageEncoder encoder, UnlabelledImages target, int size, int classes,
            Augmentation augmentation,
            double confidence) {
        this.pool = pool;
        this.target = target;
        this.augmentation = augmentation;
        this.confidence = confidence;
        this.classes = classes;
        this.batch = new TrainingBatch(pool, encoder, size, 0);
        this.probabilities = pool.take(size, classes).array(size, classes);
        this.believed = pool.take(size, classes).array(size, classes);
        this.pseudoLabels = pool.take(size, classes).array(size, classes);
    }

    /** @return share of the images that the teacher is sure of, 0 to 1 */
    double look(ClassifierNetworks teacher, int[] images) {
        batch.fill(target, images, augmentation);
        try (Tape tape = new Tape(pool)) {
            Variable features = teacher.featureExtractor().forward(tape, tape.constant(batch.images()),
                    Mode.INFERENCE);
            Variable logits = teacher.labelClassifier().forward(tape, features, Mode.INFERENCE);
            float[] values = Floats.read(Softmax.probabilities(tape, logits).value());
            Floats.write(values, probabilities);
            return believe(values) / images.length;
        }
    }

    private double believe(float[] values) {
        float[] mask = new float[values.length];
        float[] oneHot = new float[values.length];
        int sure = 0;
        for (int from = 0; from < values.length; from += classes) {
            int highest = from;
            for (int at = from + 1; at < from + classes; at++) {
                highest = values[at] > values[highest] ? at : highest;
            }
            if (values[highest] > confidence) {
                sure++;
                oneHot[highest] = 1;
                Arrays.fill(mask, from, from + classes, 1);
            }
        }
        Floats.write(mask, believed);
        Floats.write(oneHot, pseudoLabels);
        return sure;
    }

    /** The teacher's probabilities {@code [N, K]}. */
    INDArray probabilities() {
        return probabilities;
    }

    /** {@code [N, K]}: a row of ones for an image that the teacher is sure of, else zeros. */
    INDArray believed() {
        return believed;
    }

    /** {@code [N, K]}: 1 at the most probable class of an image that the teacher is sure of, else 0. */
    INDArray pseudoLabels() {
        return pseudoLabels;
    }

    Augmentation augmentation() {
        return augmentation;
    }
}
