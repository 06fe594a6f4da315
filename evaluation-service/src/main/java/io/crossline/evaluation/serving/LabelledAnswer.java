package io.crossline.evaluation.serving;

import io.crossline.contracts.GivenLabel;

/**
 * What a model says of an image that a person labelled.
 *
 * @param confidence probability of the class that it predicts, 0 to 1
 * @param predicted name of that class

 */
public record LabelledAnswer(GivenLabel label, double confidence, String predicted) {

    public boolean correct() {
        return predicted.equals(label.className());
    }
}
