package io.crossline.ingest.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Topics;
import io.crossline.datasets.ingestion.PublishedBatch;
import io.crossline.ingest.TestBatches;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class ImagePublisherIT {

    @Inject
    ImagePublisher publisher;

    @Inject
    CheckedRecords records;

    @Test
    void publishesABatchSentTwiceOnce() {
        // Given
        LabelledBatch batch = TestBatches.labelled("publisher-twice", 8, 1);

        // When sent by several at the same time, and once more later
        List<CompletableFuture<PublishedBatch>> sent = IntStream.range(0, 5).parallel()
                .mapToObj(i -> publisher.publish(batch)).toList();
        List<PublishedBatch> published = sent.stream().map(CompletableFuture::join).toList();
        PublishedBatch later = publisher.publish(batch).join();

        // Then one record is on the topic, and all are told where
        assertThat(published).filteredOn(one -> !one.duplicate()).hasSize(1);
        assertThat(later.duplicate()).isTrue();
        assertThat(published).extracting(PublishedBatch::offset).containsOnly(later.offset());
        publisher.publish(TestBatches.labelled("publisher-twice", 8, 2)).join();
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            List<ConsumerRecord<String, byte[]>> records = probe.consumeUntil(Topics.IMAGES_CAPTURED,
                    message -> "publisher-twice".equals(message.key()), found -> found.size() == 2);
            assertThat(ImageBatchCodec.decode(records.get(0).value())).isEqualTo(batch);
            assertThat(CloudEventHeaders.value(records.get(0).headers(), CloudEventHeaders.ID)).contains(batch.id());
            assertThat(CloudEventHeaders.value(records.get(0).headers(), CloudEventHeaders.IMAGES)).contains("8");
        }
    }

    @Test
    void recognisesWhatAnOutsideProducerHasPublished() {
        // Given a batch written straight to the topic
        LabelledBatch batch = TestBatches.labelled("publisher-outside", 8, 3);
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            RecordMetadata outside = probe.produce(batch);
            BatchKey key = BatchKey.of(batch.id()).orElseThrow();
            await().until(() -> records.index().find(key).isPresent());

            // When
            PublishedBatch published = publisher.publish(batch).join();

            // Then
            assertThat(published.duplicate()).isTrue();
            assertThat(published.offset()).isEqualTo(outside.offset());
        }
    }

    @Test
    void damagedCopyDoesNotMakeTheGoodOneADuplicate() {
        // Given a record with a batch's id whose pixels were damaged
        LabelledBatch batch = TestBatches.labelled("publisher-damaged", 8, 4);
        byte[] damaged = ImageBatchCodec.encode(batch);
        damaged[damaged.length / 3] ^= 1;
        try (KafkaProbe probe = KafkaProbe.ofTest()) {
            probe.produce(Topics.IMAGES_CAPTURED, batch.line(), damaged, CloudEventHeaders.of(batch, "camera"));
            LabelledBatch marker = TestBatches.labelled("publisher-damaged", 8, 5);
            probe.produce(marker);
            await().until(() -> records.index().find(BatchKey.of(marker.id()).orElseThrow()).isPresent());

            // When, then
            assertThat(publisher.publish(batch).join().duplicate()).isFalse();
        }
    }
}
