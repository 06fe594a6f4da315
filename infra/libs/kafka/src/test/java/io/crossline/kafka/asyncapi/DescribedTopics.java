package io.crossline.kafka.asyncapi;

import java.util.List;

import io.crossline.contracts.AuditHead;
import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.DriftDetected;
import io.crossline.contracts.JobCancelled;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LineConfigured;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.RecordChecked;
import io.crossline.contracts.SelectionKept;
import io.crossline.contracts.Topics;
import io.crossline.contracts.TrainingProgress;

/** What the records of each topic hold. */
final class DescribedTopics {

    private static final String LINE = "the line";
    private static final String MODEL = "the model's version";

    static final List<Topic> ALL = List.of(
            new Topic(Topics.IMAGES_CAPTURED, "Images as a line captured them, in batches.", LINE,
                    new Topic.Payload.Avro()),
            json(Topics.IMAGES_CHECKED, "What is in a captured record, or why it was rejected.",
                    "the batch's id, or partition:offset of a rejected record", RecordChecked.class),
            json(Topics.LINES_REGISTERED, "Shape and classes of a line's batches, from now on.", LINE,
                    LineRegistered.class),
            new Topic(Topics.IMAGES_TRANSLATED, "Labelled images in another line's look.", LINE,
                    new Topic.Payload.Avro()),
            new Topic(Topics.DATASETS_KEPT, "Captured batches that serving models need, each once.", "the batch's id",
                    new Topic.Payload.Avro()),
            json(Topics.DATASETS_INDEX, "Which batches a kept data selection has, and where they lie.",
                    "SHA-256 of the selection's JSON, in hex", SelectionKept.class),
            json(Topics.JOBS_REQUESTED, "A training job that names all its data by offsets.", "the pair of lines",
                    JobRequested.class),
            json(Topics.JOBS_CANCELLED, "A job that is to stop.", "the job's id", JobCancelled.class),
            json(Topics.TRAINING_PROGRESS, "State, epoch and losses of a job.", "the job's id",
                    TrainingProgress.class),
            new Topic(Topics.MODELS_TRAINED, "A model archive.", MODEL, new Topic.Payload.Zip()),
            json(Topics.MODELS_EVALUATED, "Accuracies and verdict of a model.", MODEL, ModelEvaluated.class),
            json(Topics.MODELS_PROMOTED, "A line's new champion.", LINE, ModelPromoted.class),
            json(Topics.PREDICTIONS, "What a line's serving model says of each image of a captured batch.", LINE,
                    BatchPredicted.class),
            json(Topics.DRIFT_DETECTED, "A line whose images have changed since its model was trained.", LINE,
                    DriftDetected.class),
            json(Topics.LINES_CONFIGURED, "What people set for a line.", LINE, LineConfigured.class),
            json(Topics.AUDIT_HEADS, "Where the audit's chain of entries ends.", "the text audit", AuditHead.class));

    private DescribedTopics() {}

    private static Topic json(String name, String description, String key, Class<?> type) {
        return new Topic(name, description, key, new Topic.Payload.Json(type));
    }
}
