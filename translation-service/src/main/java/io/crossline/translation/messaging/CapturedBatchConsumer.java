package io.crossline.translation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Split;
import io.crossline.kafka.LineRegistry;
import io.crossline.translation.TranslationConfig;
import io.smallrye.mutiny.Uni;

/**
 * Translates labelled training batches as they come.
 *
 * <p>
 * Key: line; a line's batches are taken in order. Re-delivery: a batch is published once for each generator. A record
 * that breaks the contract is passed over: the ingest service puts it aside.
 */
@ApplicationScoped
public class CapturedBatchConsumer {

    private static final Logger LOG = Logger.getLogger(CapturedBatchConsumer.class);

    private final LineRegistry registry;
    private final LiveTranslation live;
    private final TranslationConfig config;

    CapturedBatchConsumer(LineRegistry registry, LiveTranslation live, TranslationConfig config) {
        this.registry = registry;
        this.live = live;
        this.config = config;
    }

    @Incoming("images-captured")
    public Uni<Void> translate(ConsumerRecord<String, byte[]> record) {
        try {
            return translated(record);
        } catch (InvalidFieldException e) {
            LOG.debugf("%s-%d@%d is passed over: %s", record.topic(), record.partition(), record.offset(),
                    e.getMessage());
            return Uni.createFrom().voidItem();
        }
    }

    private Uni<Void> translated(ConsumerRecord<String, byte[]> record) {
        ImageBatch batch = registry.decode(record);
        if (!config.live() || batch.split() != Split.TRAIN || !(batch instanceof LabelledBatch labelled)) {
            return Uni.createFrom().voidItem();
        }
        SelectedBatch<LabelledBatch> source = new SelectedBatch<>(labelled, record.topic(), record.partition(),
                record.offset());
        return LongRunningHandler.of("translation of a batch of line " + batch.line(), () -> live.translate(source));
    }
}
