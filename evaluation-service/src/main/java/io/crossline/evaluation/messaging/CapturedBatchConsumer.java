package io.crossline.evaluation.messaging;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.SelectedBatch;
import io.crossline.evaluation.labels.LabelQueue;
import io.crossline.evaluation.loop.Loop;
import io.crossline.evaluation.serving.BatchPrediction;
import io.crossline.evaluation.serving.CompanionPrediction;
import io.crossline.evaluation.serving.Companions;
import io.crossline.evaluation.serving.DriftWatch;
import io.crossline.evaluation.serving.FrameWatch;
import io.crossline.evaluation.serving.InspectedBatch;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.evaluation.serving.TiledParts;
import io.crossline.evaluation.serving.UnknownKinds;
import io.crossline.evaluation.serving.UnknownKinds.Marked;
import io.crossline.evaluation.store.DriftStore;
import io.crossline.evaluation.store.FrameStore;
import io.crossline.evaluation.store.PredictionStore;
import io.crossline.kafka.LineRegistry;
import io.crossline.monitoring.drift.Window;
import io.smallrye.common.annotation.Blocking;

/**
 * Checks the frames of each line's batches as they come, lets the line's serving model and the models beside it predict the usable ones, marks what is of no known kind, watches them for drift, and tells
 * the loop.
 *
 * <p>
 * Key: line, so that a line's batches come in order. Re-delivery: a batch's prediction by a model is recorded once, with its event in the
 * outbox, and counted once in windows and shadow. Of a line that no model serves, frames are checked alone. A record that is no batch,
 * or whose images the model does not take, is left out with a line in the log: the ingest service sorts out what is broken.
 * A database or broker that does not answer is waited for, however long: the batch stays unacknowledged, and those after it wait. Each step
 * that is tried again counts the batch at most once.
 */
@ApplicationScoped
public class CapturedBatchConsumer {

    private static final Logger LOG = Logger.getLogger(CapturedBatchConsumer.class);

    private final LineRegistry registry;
    private final ServingModels models;
    private final PredictionStore store;
    private final DriftWatch drift;
    private final DriftStore windows;
    private final Companions companions;
    private final LabelQueue labels;
    private final Loop loop;
    private final UnknownKinds unknowns;
    private final TiledParts tiles;

    private final FrameWatch frames;
    private final FrameStore unusable;

    CapturedBatchConsumer(LineRegistry registry, ServingModels models, PredictionStore store, DriftWatch drift,
            DriftStore windows, Companions companions, LabelQueue labels, Loop loop,
            UnknownKinds unknowns, TiledParts tiles, FrameWatch frames, FrameStore unusable) {
        this.tiles = tiles;
        this.frames = frames;
        this.unusable = unusable;
        this.registry = registry;
        this.unknowns = unknowns;
        this.labels = labels;
        this.models = models;
        this.store = store;
        this.drift = drift;
        this.windows = windows;
        this.companions = companions;
        this.loop = loop;
    }

    @Incoming("images-captured")
    @Blocking
    public void predict(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        try {
            predict(record, RetryWhileUnavailable.untilAvailable("prediction of the batches of line " + record.key(),
                    () -> models.model(record.key())));
        } catch (InvalidFieldException e) {
            LOG.warnf("No prediction for %s:%d:%d of line %s: %s", record.topic(), record.partition(), record.offset(),
                    record.key(), e.getMessage());
        } catch (RuntimeException e) {
            RetryWhileUnavailable.requireBadRecord(e);
            LOG.errorf(e, "No prediction for %s:%d:%d of line %s", record.topic(), record.partition(), record.offset(),
                    record.key());
        }
    }

    private void predict(ConsumerRecord<String, byte[]> record, Optional<ServingModel> model) {
        ImageBatch batch = registry.decode(record);
        SelectedBatch<ImageBatch> captured = new SelectedBatch<>(batch, record.topic(), record.partition(),
                record.offset());
        String line = batch.line();
        if (RetryWhileUnavailable.untilAvailable("prediction of line " + line, () -> store.isRecorded(captured))) {
            return;
        }
        InspectedBatch inspected = RetryWhileUnavailable.untilAvailable("frame checks of line " + line,
                () -> frames.inspect(captured));
        if (model.isPresent()) {
            predict(line, model.get(), inspected);
        } else {
            RetryWhileUnavailable.untilDone("record of unusable frames of line " + line,
                    () -> unusable.record(inspected.unusable()));
        }
        RetryWhileUnavailable.untilDone("camera of line " + line, () -> frames.tell(line));
    }

    private void predict(String line, ServingModel model, InspectedBatch inspected) {
        BatchPrediction prediction = model.predict(inspected);
        Marked marked = RetryWhileUnavailable.untilAvailable("marks of unknown images of line " + line,
                () -> unknowns.mark(model, prediction));
        BatchPrediction judged = RetryWhileUnavailable.untilAvailable("verdicts on parts of line " + line,
                () -> tiles.judge(marked.prediction()));
        if (!RetryWhileUnavailable.untilAvailable("record of a prediction of line " + line,
                () -> store.record(judged, marked.found(), inspected.unusable()))) {
            return; // another replica was faster: it counts the batch
        }
        watch(model, marked.prediction(),
                RetryWhileUnavailable.untilAvailable("prediction beside the champion of " + line,
                        () -> companions.predict(line, prediction.event().modelVersion(), inspected)));
    }

    private void watch(ServingModel model, BatchPrediction prediction, List<CompanionPrediction> beside) {
        String line = prediction.event().line();
        for (Window window : RetryWhileUnavailable.untilAvailable("watch for drift of line " + line,
                () -> drift.add(model, prediction, beside))) {
            if (!RetryWhileUnavailable.untilAvailable("record of a window of line " + line,
                    () -> windows.record(window))) {
                LOG.infof("A window of line %s is dropped: another replica has gone on with the line", line);
                continue;
            }
            RetryWhileUnavailable.untilDone("choice of images to label of line " + line,
                    () -> labels.add(window, window.besideClasses()));
            if (window.found().confirmed()) {
                LOG.warnf("Line %s has drifted from what %s was trained on: %s", line, window.modelVersion(),
                        window.found().diagnosis());
            }
            RetryWhileUnavailable.untilDone("loop of line " + line, () -> loop.window(model, window));
        }
        RetryWhileUnavailable.untilDone("loop of line " + line, () -> loop.batch(prediction, beside));
    }
}
