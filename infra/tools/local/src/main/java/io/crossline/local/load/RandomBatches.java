package io.crossline.local.load;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.Images;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.kafka.Producers;
import io.crossline.local.UserError;

/** Sends unlabelled batches of random pixels, which no compression makes smaller, a line after the other. */
final class RandomBatches {

    private static final String SOURCE = "load";

    private final LoadJob job;
    private final Random random;
    /** Of this run, so that no batch is one of an earlier run. */
    private final String dataset = "load-" + Instant.now().toEpochMilli();

    RandomBatches(LoadJob job) {
        this.job = job;
        this.random = new Random(job.seed());
    }

    /**
     * Returns when Kafka has all of them.
     *
     * @throws UserError if Kafka refuses one
     */
    void send(String bootstrapServers) {
        AtomicReference<Exception> refused = new AtomicReference<>();
        try (Producer<String, byte[]> producer = Producers.openForImages(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (int i = 0; i < job.batches(); i++) {
                for (int line = 0; line < job.lines() && refused.get() == null; line++) {
                    ImageBatch batch = batch(LoadJob.line(line));
                    producer.send(new ProducerRecord<>(Topics.IMAGES_CAPTURED, null, batch.line(),
                            ImageBatchCodec.encode(batch), CloudEventHeaders.of(batch, SOURCE)), (where, error) -> {
                                if (error != null) {
                                    refused.compareAndSet(null, error);
                                }
                            });
                }
            }
        }
        if (refused.get() != null) {
            throw new UserError("Kafka refused a batch: " + refused.get().getMessage(), refused.get());
        }
    }

    private ImageBatch batch(String line) {
        byte[] pixels = new byte[job.images() * job.shape().bytes()];
        random.nextBytes(pixels);
        return new UnlabelledBatch(new BatchOrigin(line, dataset, Split.TRAIN, Instant.now()),
                new Images(job.shape(), job.images(), pixels));
    }
}
