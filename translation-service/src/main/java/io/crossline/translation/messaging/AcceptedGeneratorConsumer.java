package io.crossline.translation.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.crossline.contracts.Json;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Verdict;
import io.crossline.translation.backfill.Backfill;
import io.crossline.translation.backfill.ProgressBoard;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;

/**
 * Lets every accepted generator translate its job's training selection, one after the other as they were accepted.
 *
 * <p>
 * Key: model version. Re-delivery: what is published already is not translated again, so a backfill cut short goes on
 * where it stopped. A record that is no evaluation, and a generator that cannot be used or whose images are gone, go to
 * the dead-letter topic with the reason.
 */
@ApplicationScoped
public class AcceptedGeneratorConsumer {

    private final Backfill backfill;
    private final KafkaPublishedScan published;
    private final ProgressBoard board;

    AcceptedGeneratorConsumer(Backfill backfill, KafkaPublishedScan published, ProgressBoard board) {
        this.backfill = backfill;
        this.published = published;
        this.board = board;
    }

    @Incoming("models-evaluated")
    public Uni<Void> translate(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Uni.createFrom().voidItem(); // a tombstone: the model was withdrawn
        }
        ModelEvaluated model = Json.decode(record.value(), ModelEvaluated.class);
        if (model.kind() != ModelKind.GENERATOR || model.verdict() != Verdict.ACCEPTED) {
            return Uni.createFrom().voidItem();
        }
        return LongRunningHandler.of("translation with " + model.modelVersion(), () -> {
            published.catchUp();
            backfill.run(model.modelVersion());
        }).onFailure().invoke(e -> board.failed(model.modelVersion(), e.getMessage()));
    }

    void onStop(@Observes ShutdownEvent event) {
        backfill.stop();
    }
}
