package io.crossline.evaluation.rest;

import java.time.Instant;

import io.crossline.evaluation.labels.LineLabel;

/**
 * A label as it is recorded.
 *
 * @param drawProbability with which the image was drawn at random for an audit; null where it was not drawn
 */
public record LabelView(String line, String topic, int partition, long offset, int image, String className, String by,
        Instant at, Double drawProbability) {

    static LabelView of(LineLabel label) {
        return new LabelView(label.line(), label.place().topic(), label.place().partition(), label.place().offset(),
                label.place().image(), label.className(), label.by(), label.at(),
                label.drawProbability());
    }
}
