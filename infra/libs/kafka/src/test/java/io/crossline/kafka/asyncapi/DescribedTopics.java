package io.crossline.kafka.asyncapi;

import static io.crossline.kafka.asyncapi.Topic.OUTSIDE;

import java.util.List;
import java.util.Map;

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

/** Who writes and reads which topic, and what its records hold. */
final class DescribedTopics {

    private static final String INGEST = "ingest-service";
    private static final String TRAINING = "training-service";
    private static final String TRANSLATION = "translation-service";
    private static final String EVALUATION = "evaluation-service";
    private static final String DASHBOARD = "dashboard-service";

    private static final String LINE = "the line";
    private static final String MODEL = "the model's version";

    static final List<Topic> ALL = List.of(
            new Topic(Topics.IMAGES_CAPTURED, "Images as a line captured them, in batches.", LINE,
                    new Topic.Payload.Avro(), List.of(INGEST, OUTSIDE),
                    List.of(INGEST, TRAINING, TRANSLATION, EVALUATION, DASHBOARD)),
            json(Topics.IMAGES_CHECKED, "What is in a captured record, or why it was rejected.",
                    "the batch's id, or partition:offset of a rejected record", RecordChecked.class, List.of(INGEST),
                    List.of(INGEST)),
            json(Topics.LINES_REGISTERED, "Shape and classes of a line's batches, from now on.", LINE,
                    LineRegistered.class, List.of(INGEST), List.of(INGEST, TRAINING, TRANSLATION, EVALUATION)),
            new Topic(Topics.IMAGES_TRANSLATED, "Labelled images in another line's look.", LINE,
                    new Topic.Payload.Avro(), List.of(TRANSLATION), List.of(TRAINING)),
            new Topic(Topics.DATASETS_KEPT, "Captured batches that serving models need, each once.", "the batch's id",
                    new Topic.Payload.Avro(), List.of(EVALUATION), List.of(TRAINING, TRANSLATION, EVALUATION)),
            json(Topics.DATASETS_INDEX, "Which batches a kept data selection has, and where they lie.",
                    "SHA-256 of the selection's JSON, in hex", SelectionKept.class, List.of(EVALUATION),
                    List.of(TRAINING, TRANSLATION, EVALUATION)),
            json(Topics.JOBS_REQUESTED, "A training job that names all its data by offsets.", "the pair of lines",
                    JobRequested.class, List.of(TRAINING, EVALUATION), List.of(TRAINING, EVALUATION)),
            json(Topics.JOBS_CANCELLED, "A job that is to stop.", "the job's id", JobCancelled.class,
                    List.of(TRAINING), List.of(TRAINING)),
            json(Topics.TRAINING_PROGRESS, "State, epoch and losses of a job.", "the job's id",
                    TrainingProgress.class, List.of(TRAINING), List.of(TRAINING, EVALUATION, DASHBOARD)),
            new Topic(Topics.MODELS_TRAINED, "A model archive.", MODEL, new Topic.Payload.Zip(), List.of(TRAINING),
                    List.of(EVALUATION, TRANSLATION, TRAINING, DASHBOARD)),
            json(Topics.MODELS_EVALUATED, "Accuracies and verdict of a model.", MODEL, ModelEvaluated.class,
                    List.of(EVALUATION), List.of(TRANSLATION, DASHBOARD)),
            json(Topics.MODELS_PROMOTED, "A line's new champion.", LINE, ModelPromoted.class, List.of(EVALUATION),
                    List.of(DASHBOARD, OUTSIDE)),
            json(Topics.PREDICTIONS, "What a line's serving model says of each image of a captured batch.", LINE,
                    BatchPredicted.class, List.of(EVALUATION), List.of(OUTSIDE)),
            json(Topics.DRIFT_DETECTED, "A line whose images have changed since its model was trained.", LINE,
                    DriftDetected.class, List.of(EVALUATION), List.of(DASHBOARD, OUTSIDE)),
            json(Topics.LINES_CONFIGURED, "What people set for a line.", LINE, LineConfigured.class,
                    List.of(EVALUATION), List.of(TRAINING, OUTSIDE)),
            json(Topics.AUDIT_HEADS, "Where the audit's chain of entries ends.", "the text audit", AuditHead.class,
                    List.of(EVALUATION), List.of(OUTSIDE)));

    /** Who writes a topic's dead letters; nobody where it is not named. */
    static final Map<String, String> DEAD_LETTER_WRITERS = Map.of(Topics.IMAGES_CAPTURED, INGEST,
            Topics.JOBS_REQUESTED, TRAINING, Topics.JOBS_CANCELLED, TRAINING, Topics.MODELS_TRAINED, EVALUATION,
            Topics.TRAINING_PROGRESS, EVALUATION, Topics.MODELS_EVALUATED, TRANSLATION);

    private DescribedTopics() {}

    private static Topic json(String name, String description, String key, Class<?> type, List<String> writers,
            List<String> readers) {
        return new Topic(name, description, key, new Topic.Payload.Json(type), writers, readers);
    }
}
