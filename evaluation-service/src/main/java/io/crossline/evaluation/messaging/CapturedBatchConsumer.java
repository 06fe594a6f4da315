package io.crossline.evaluation.messaging;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.SelectedBatch;
import io.crossline.evaluation.drift.Window;
import io.crossline.evaluation.labels.LabelQueue;
import io.crossline.evaluation.loop.Loop;
import io.crossline.evaluation.serving.BatchPrediction;
import io.crossline.evaluation.serving.CompanionPrediction;
import io.crossline.evaluation.serving.Companions;
import io.crossline.evaluation.serving.DriftWatch;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.evaluation.serving.UnknownKinds;
import io.crossline.evaluation.serving.UnknownKinds.Marked;
import io.crossline.evaluation.store.DriftStore;
import io.crossline.evaluation.store.PredictionStore;
import io.crossline.kafka.LineRegistry;
import io.smallrye.common.annotation.Blocking;

/**
 * Lets each line's serving model and the models beside it predict the line's batches as they come, marks what is of no known kind, watches them for drift, and tells
 * the loop.
 *
 * <p>
 * Key: line, so that a line's batches come in order. Re-delivery: a batch's prediction by a model is recorded once, and
 * published again under the same event id. A batch of a line that no model serves is passed over. A record that is no batch,
 * or whose images the model does not take, is left out with a line in the log: the ingest service sorts out what is broken.
 * A database or broker that does not answer is waited for.
 */
@ApplicationScoped
public class CapturedBatchConsumer {

    private static final Logger LOG = Logger.getLogger(CapturedBatchConsumer.class);

    private final LineRegistry registry;
    private final ServingModels models;
    private final PredictionStore store;
    private final PredictionPublisher publisher;
    private final DriftWatch drift;
    private final DriftStore windows;
    private final DriftPublisher driftPublisher;
    private final Companions companions;
    private final LabelQueue labels;
    private final Loop loop;
    private final UnknownKinds unknowns;

    CapturedBatchConsumer(LineRegistry registry, ServingModels models, PredictionStore store,
            PredictionPublisher publisher, DriftWatch drift,
            DriftStore windows, DriftPublisher driftPublisher, Companions companions, LabelQueue labels, Loop loop,
            UnknownKinds unknowns) {
        this.registry = registry;
        this.unknowns = unknowns;
        this.labels = labels;
        this.models = models;
        this.store = store;
        this.publisher = publisher;
        this.drift = drift;
        this.windows = windows;
        this.driftPublisher = driftPublisher;
        this.companions = companions;
        this.loop = loop;
    }

    @Incoming("images-captured")
    @Blocking
    public void predict(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        Patience.untilAvailable("prediction of the batches of line " + record.key(), () -> models.model(record.key()))
                .ifPresent(model -> predict(record, model));
    }

    private void predict(ConsumerRecord<String, byte[]> record, ServingModel model) {
        try {
            ImageBatch batch = registry.decode(record);
            BatchPrediction prediction = model.predict(
                    new SelectedBatch<>(batch, record.topic(), record.partition(), record.offset()));
            Optional<BatchPredicted> before = Patience.untilAvailable("prediction of line " + batch.line(),
                    () -> store.recorded(prediction.event()));
            if (before.isPresent()) {
                Patience.untilTaken("prediction of line " + batch.line(), () -> publisher.publish(before.get()));
                return;
            }
            Marked marked = Patience.untilAvailable("marks of unknown images of line " + batch.line(),
                    () -> unknowns.mark(model, prediction));
            boolean isNew = Patience.untilAvailable("record of a prediction of line " + batch.line(),
                    () -> store.record(marked.prediction(), marked.found()));
            Patience.untilTaken("prediction of line " + batch.line(),
                    () -> publisher.publish(marked.prediction().event()));
            if (isNew) {
                watch(model, marked.prediction(),
                        Patience.untilAvailable("prediction beside the champion of " + batch.line(),
                                () -> companions.predict(batch.line(), prediction.event().modelVersion(), batch)));
            }
        } catch (InvalidFieldException e) {
            LOG.warnf("No prediction for %s:%d:%d of line %s: %s", record.topic(), record.partition(), record.offset(),
                    record.key(), e.getMessage());
        }
    }

    private void watch(ServingModel model, BatchPrediction prediction, List<CompanionPrediction> beside) {
        String line = prediction.event().line();
        for (Window window : Patience.untilAvailable("watch for drift of line " + line,
                () -> drift.add(model, prediction, beside))) {
            Patience.untilAvailable("record of a window of line " + line, () -> windows.record(window));
            Patience.untilTaken("choice of images to label of line " + line,
                    () -> labels.add(window, window.besideClasses()));
            if (window.found().confirmed()) {
                LOG.warnf("Line %s has drifted from what %s was trained on: %s", line, window.modelVersion(),
                        window.found().diagnosis());
                Patience.untilTaken("drift of line " + line, () -> driftPublisher.publish(window.event()));
            }
            Patience.untilTaken("loop of line " + line, () -> loop.window(model, window));
        }
        Patience.untilTaken("loop of line " + line, () -> loop.batch(prediction, beside));
    }
}
