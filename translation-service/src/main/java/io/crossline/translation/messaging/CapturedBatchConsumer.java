package io.crossline.translation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Split;
import io.crossline.translation.TranslationConfig;
import io.smallrye.mutiny.Uni;

/**
 * Checks every captured batch, and translates labelled training batches as they come.
 *
 * <p>
 * Key: line; a line's batches are taken in order. Re-delivery: a batch is published once for each generator. A record
 * that is no batch goes to the dead-letter topic with the reason, and the rest goes on.
 */
@ApplicationScoped
public class CapturedBatchConsumer {

    private final LiveTranslation live;
    private final TranslationConfig config;

    CapturedBatchConsumer(LiveTranslation live, TranslationConfig config) {
        this.live = live;
        this.config = config;
    }

    @Incoming("images-captured")
    public Uni<Void> translate(ConsumerRecord<String, byte[]> record) {
        ImageBatch batch = ImageBatchCodec.decode(record.value());
        if (!config.live() || batch.split() != Split.TRAIN || !(batch instanceof LabelledBatch labelled)) {
            return Uni.createFrom().voidItem();
        }
        SelectedBatch<LabelledBatch> source = new SelectedBatch<>(labelled, record.topic(), record.partition(),
                record.offset());
        return Work.of("translation of a batch of line " + batch.line(), () -> live.translate(source));
    }
}
