package io.crossline.contracts;

/** Names of all topics. Java code takes them from here; the services' {@code application.properties} name them once more, at their channels. */
public final class Topics {

    /** Key: line. Value: {@link ImageBatch}. Written by the ingest service and by any outside producer. */
    public static final String IMAGES_CAPTURED = "crossline.images.captured.v1";

    /**
     * Key: the batch's id, or {@code partition:offset} of a rejected record. Value: {@link RecordChecked}. Written by the ingest service for each
     * record of {@link #IMAGES_CAPTURED}. Compacted, and deleted when the images are.
     */
    public static final String IMAGES_CHECKED = "crossline.images.checked.v1";

    /** Key: line. Value: {@link LineRegistered}. Written by the ingest service. Kept for good. */
    public static final String LINES_REGISTERED = "crossline.lines.registered.v1";

    /** Key: line. Value: {@link ImageBatch} with a {@link Translation}. Written by the translation service. */
    public static final String IMAGES_TRANSLATED = "crossline.images.translated.v1";

    /** Key: line pair, so that a pair's jobs run in order. Value: {@link JobRequested}. */
    public static final String JOBS_REQUESTED = "crossline.jobs.requested.v1";

    /**
     * Key: the batch's id, so that a batch is there once, however many models need it. Value: {@link ImageBatch}, as it was captured. Written by the
     * evaluation service for the models that serve. Compacted.
     */
    public static final String DATASETS_KEPT = "crossline.datasets.kept.v1";

    /** Key: {@link SelectionKept#key}. Value: {@link SelectionKept}. Written by the evaluation service. Compacted. */
    public static final String DATASETS_INDEX = "crossline.datasets.index.v1";

    /** Key: job. Value: {@link JobCancelled}. Read whole by every replica of the training service. */
    public static final String JOBS_CANCELLED = "crossline.jobs.cancelled.v1";

    /** Key: job. Value: {@link TrainingProgress}. */
    public static final String TRAINING_PROGRESS = "crossline.training.progress.v1";

    /** Key: model version. Value: model archive; its {@link ModelManifest} is in a header as well. Compacted. */
    public static final String MODELS_TRAINED = "crossline.models.trained.v1";

    /** Key: model version. Value: {@link ModelEvaluated}. Compacted. */
    public static final String MODELS_EVALUATED = "crossline.models.evaluated.v1";

    /** Key: line. Value: {@link ModelPromoted}. Written by the evaluation service. Compacted. */
    public static final String MODELS_PROMOTED = "crossline.models.promoted.v1";

    /** Key: line. Value: {@link BatchPredicted}. Written by the evaluation service. */
    public static final String PREDICTIONS = "crossline.predictions.v1";

    /** Key: line. Value: {@link DriftDetected}. Written by the evaluation service. */
    public static final String DRIFT_DETECTED = "crossline.drift.detected.v1";

    /** Key: line. Value: {@link LineConfigured}. Written by the evaluation service. Compacted. */
    public static final String LINES_CONFIGURED = "crossline.lines.configured.v1";

    /** Key: {@code audit}. Value: {@link AuditHead}. Written by the evaluation service. Kept for good. */
    public static final String AUDIT_HEADS = "crossline.audit.heads.v1";

    private static final String DEAD_LETTER_SUFFIX = ".dlq";

    private Topics() {}

    /** Where a consumer of {@code topic} leaves the records that it cannot read, with the reason in their headers. */
    public static String deadLetter(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }
}
