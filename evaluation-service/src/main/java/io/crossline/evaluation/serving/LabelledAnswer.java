package io.crossline.evaluation.serving;

import java.util.List;

import io.crossline.contracts.GivenLabel;

/**
 * What a model says of an image that a person labelled.
 *
 * @param confidence probability of the class that it predicts, 0 to 1
 * @param predicted name of that class
 * @param statistics of the picture, in the order of {@link io.crossline.monitoring.drift.PictureStatistic}
 */
public record LabelledAnswer(GivenLabel label, double confidence, String predicted, List<Double> statistics) {

    public LabelledAnswer {
        statistics = List.copyOf(statistics);
    }

    public boolean correct() {
        return predicted.equals(label.className());
    }
}
