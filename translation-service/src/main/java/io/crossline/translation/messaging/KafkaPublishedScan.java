package io.crossline.translation.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Topics;
import io.crossline.kafka.TopicView;
import io.crossline.translation.backfill.PublishedIndex;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

/**
 * Fills the index from the headers of what is published: at the start, before a backfill, before a generator's first live
 * batch, and when partitions come over from another replica, which may have translated more.
 */
@ApplicationScoped
@Default
@Identifier("published-scan")
public class KafkaPublishedScan implements KafkaConsumerRebalanceListener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> kafka;
    private final PublishedIndex index;
    private TopicView view;

    KafkaPublishedScan(@Identifier("default-kafka-broker") Map<String, Object> kafka, PublishedIndex index) {
        this.kafka = kafka;
        this.index = index;
    }

    synchronized void catchUp() {
        if (view == null) {
            view = TopicView.start(Topics.IMAGES_TRANSLATED, kafka, this::index);
        }
        view.catchUp(PATIENCE);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        catchUp();
    }

    @PreDestroy
    synchronized void close() {
        if (view != null) {
            view.close();
        }
    }

    private void index(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        Optional<String> generator = CloudEventHeaders.value(headers, CloudEventHeaders.GENERATOR);
        Optional<String> source = CloudEventHeaders.value(headers, CloudEventHeaders.TRANSLATED_FROM);
        Optional<String> images = CloudEventHeaders.value(headers, CloudEventHeaders.IMAGES);
        if (generator.isPresent() && source.isPresent()) {
            index.published(generator.get(), source.get(), images.map(Integer::parseInt).orElse(0));
        }
    }
}
