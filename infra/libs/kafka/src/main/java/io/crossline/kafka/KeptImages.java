package io.crossline.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.Json;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.SelectionKept;
import io.crossline.contracts.Topics;

/**
 * Keeps the images of data selections beyond the retention of captured images, each batch once by its content. {@link SelectionReader} finds
 * them there. Threads take turns.
 */
public final class KeptImages implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, Object> connection;
    private final KeptSelections kept;
    private final Producer<String, byte[]> producer;

    private KeptImages(Map<String, Object> connection) {
        this.connection = connection;
        this.kept = KeptSelections.open(connection);
        this.producer = Producers.openForImages(connection);
    }

    /** @param connection Kafka's client properties: addresses, security */
    public static KeptImages open(Map<String, Object> connection) {
        return new KeptImages(connection);
    }

    /**
     * Copies the selection's batches that are not kept yet, one after the other.
     *
     * @return whether anything was to be done
     * @throws SelectionUnavailableException if the images are deleted already, or other records lie in their place
     */
    public synchronized boolean keep(DataSelection selection) {
        kept.catchUp();
        if (kept.find(selection).isPresent()) {
            return false;
        }
        List<SelectionKept.Batch> batches = new ArrayList<>();
        try (SelectionReader reader = SelectionReader.open(connection, BatchCheck.any())) {
            reader.read(selection, selected -> batches.add(keep(selected))).requireImages(selection);
        }
        send(Topics.DATASETS_INDEX, SelectionKept.key(selection),
                Json.encode(new SelectionKept(selection, batches, Instant.now())));
        return true;
    }

    /** Gives up all selections but these, and the batches that only others needed. */
    public synchronized void retain(Collection<DataSelection> wanted) {
        kept.catchUp();
        Set<String> keys = new HashSet<>();
        wanted.forEach(selection -> keys.add(SelectionKept.key(selection)));
        Map<String, SelectionKept> all = kept.all();
        Set<String> needed = new HashSet<>();
        Set<String> unneeded = new HashSet<>();
        all.forEach((key, selection) -> selection.batches()
                .forEach(batch -> (keys.contains(key) ? needed : unneeded).add(batch.id())));
        unneeded.removeAll(needed);
        all.keySet().stream().filter(key -> !keys.contains(key)).forEach(key -> send(Topics.DATASETS_INDEX, key, null));
        unneeded.forEach(id -> send(Topics.DATASETS_KEPT, id, null));
    }

    @Override
    public synchronized void close() {
        producer.close(CLOSE_TIMEOUT);
        kept.close();
    }

    private SelectionKept.Batch keep(SelectedBatch<ImageBatch> selected) {
        String id = selected.batch().id();
        SelectionKept.Batch known = kept.kept(id).orElse(null);
        if (known != null) {
            return batch(selected, id, known.keptPartition(), known.keptOffset());
        }
        RecordMetadata sent = send(Topics.DATASETS_KEPT, id, ImageBatchCodec.encode(selected.batch()));
        return batch(selected, id, sent.partition(), sent.offset());
    }

    private static SelectionKept.Batch batch(SelectedBatch<ImageBatch> selected, String id, int keptPartition,
            long keptOffset) {
        return new SelectionKept.Batch(selected.topic(), selected.partition(), selected.offset(), id, keptPartition,
                keptOffset);
    }

    private RecordMetadata send(String topic, String key, byte[] value) {
        return Producers.send(producer, new ProducerRecord<>(topic, key, value));
    }
}
