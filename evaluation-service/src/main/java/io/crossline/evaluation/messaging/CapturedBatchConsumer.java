package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.SelectedBatch;
import io.crossline.evaluation.serving.BatchPrediction;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.evaluation.store.PredictionStore;
import io.smallrye.common.annotation.Blocking;

/**
 * Lets each line's serving model predict the line's batches as they come.
 *
 * <p>
 * Key: line, so that a line's batches come in order. Re-delivery: a batch's prediction by a model is recorded once, and
 * published again under the same event id. A batch of a line that no model serves is passed over. A record that is no batch,
 * or whose images the model does not take, is left out with a line in the log: the ingest service sorts out what is broken.
 * A database that does not answer is waited for.
 */
@ApplicationScoped
public class CapturedBatchConsumer {

    private static final Logger LOG = Logger.getLogger(CapturedBatchConsumer.class);

    private final ServingModels models;
    private final PredictionStore store;
    private final PredictionPublisher publisher;

    CapturedBatchConsumer(ServingModels models, PredictionStore store, PredictionPublisher publisher) {
        this.models = models;
        this.store = store;
        this.publisher = publisher;
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
            ImageBatch batch = ImageBatchCodec.decode(record.value());
            BatchPrediction prediction = model.predict(
                    new SelectedBatch<>(batch, record.topic(), record.partition(), record.offset()));
            Patience.untilAvailable("record of a prediction of line " + batch.line(), () -> store.record(prediction));
            publisher.publish(prediction.event());
        } catch (InvalidFieldException e) {
            LOG.warnf("No prediction for %s:%d:%d of line %s: %s", record.topic(), record.partition(), record.offset(),
                    record.key(), e.getMessage());
        }
    }
}
