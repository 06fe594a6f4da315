package io.crossline.evaluation.rest;

import java.util.List;

import io.crossline.evaluation.labels.LabelCandidate;
import io.crossline.evaluation.labels.LabelReason;
import io.crossline.evaluation.labels.QueuedImage;
import io.crossline.pictures.ImageFile;

/**
 * Images that are worth a label, the most useful first.
 *
 * @param classNames that they may be labelled with: the serving model's; empty where no model serves the line
 */
public record LabelQueueView(List<String> classNames, List<Item> items) {

    /**
     * @param predictedClass what the model said that chose it
     * @param confidence its probability, 0 to 1
     * @param picture PNG as a data URI
     */
    public record Item(String topic, int partition, long offset, int image, String predictedClass, double confidence,
            LabelReason why, String picture) {

        static Item of(QueuedImage queued) {
            LabelCandidate candidate = queued.candidate();
            return new Item(candidate.place().topic(), candidate.place().partition(), candidate.place().offset(),
                    candidate.place().image(), candidate.predictedClass(), candidate.confidence(), candidate.why(),
                    ImageFile.dataUri(queued.picture().shape(), queued.picture().pixels()));
        }
    }

    static LabelQueueView of(List<String> classNames, List<QueuedImage> images) {
        return new LabelQueueView(classNames, images.stream().map(Item::of).toList());
    }
}
