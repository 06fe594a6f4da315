package io.crossline.translation.messaging;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.LabelledBatch;
import io.crossline.translation.backfill.TranslatedBatches;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/** Publishes translated batches with an idempotent producer. Key: source line. */
@ApplicationScoped
public class TranslatedBatchPublisher implements TranslatedBatches {

    private final MutinyEmitter<byte[]> emitter;

    TranslatedBatchPublisher(@Channel("images-translated") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    @Override
    public CompletionStage<Void> publish(LabelledBatch batch) {
        return emitter.sendMessage(Message.of(ImageBatchCodec.encode(batch)).addMetadata(OutgoingKafkaRecordMetadata
                .<String>builder()
                .withKey(batch.line())
                .withHeaders(CloudEventHeaders.of(batch, "translation-service"))
                .build())).subscribeAsCompletionStage();
    }
}
