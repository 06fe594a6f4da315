package io.crossline.evaluation.rest;

import java.time.Instant;

import io.crossline.evaluation.labels.LineLabel;

/** A label as it is recorded. */
public record LabelView(String line, String topic, int partition, long offset, int image, String className, String by,
        Instant at) {

    static LabelView of(LineLabel label) {
        return new LabelView(label.line(), label.place().topic(), label.place().partition(), label.place().offset(),
                label.place().image(), label.className(), label.by(), label.at());
    }
}
