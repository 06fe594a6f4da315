package io.crossline.kafka;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.Json;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.SelectionKept;
import io.crossline.contracts.Topics;

/** Finds the batches that outlive the retention of captured images, as {@link KeptImages} has kept them. */
final class KeptSelections implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, SelectionKept> selections = new LinkedHashMap<>();
    /** Newest place of each batch: an older record with the same key is compacted away. */
    private final Map<String, SelectionKept.Batch> places = new LinkedHashMap<>();
    private final RangeReader reader;
    private final TopicView view;

    KeptSelections(RangeReader reader, Function<TopicView.Handler, TopicView> index) {
        this.reader = reader;
        this.view = index.apply(this::take);
    }

    static KeptSelections open(Map<String, Object> connection) {
        return new KeptSelections(RangeReader.openForSingleRecords(connection),
                handler -> TopicView.start(Topics.DATASETS_INDEX, connection, handler));
    }

    /** Waits until all that is kept now is known. */
    void catchUp() {
        view.catchUp(PATIENCE);
    }

    synchronized Optional<SelectionKept> find(DataSelection selection) {
        return Optional.ofNullable(selections.get(SelectionKept.key(selection)));
    }

    synchronized Map<String, SelectionKept> all() {
        return new LinkedHashMap<>(selections);
    }

    /** The batch as it is kept, with its newest place. */
    synchronized Optional<SelectionKept.Batch> kept(String batchId) {
        return Optional.ofNullable(places.get(batchId));
    }

    /** The batches of a range of the selection, with their captured places; empty if they are not kept. */
    synchronized Optional<List<SelectionKept.Batch>> covering(DataSelection selection, OffsetRange range) {
        return selections.values().stream().filter(kept -> kept.covers(selection, range)).findFirst()
                .map(kept -> kept.in(range));
    }

    /** @throws SelectionUnavailableException if it is not there any more */
    synchronized ImageBatch read(SelectionKept.Batch batch) {
        return kept(batch.id())
                .flatMap(place -> reader.record(new TopicPartition(Topics.DATASETS_KEPT, place.keptPartition()),
                        place.keptOffset()))
                .filter(record -> batch.id().equals(record.key()) && record.value() != null)
                .map(record -> ImageBatchCodec.decode(record.value()))
                .orElseThrow(() -> new SelectionUnavailableException("Batch " + batch.id()
                        + " is no longer kept on topic " + Topics.DATASETS_KEPT
                        + ". Ingest the images again and train a new model on them."));
    }

    @Override
    public void close() {
        view.close();
        reader.close();
    }

    private synchronized void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            selections.remove(record.key());
            return;
        }
        SelectionKept kept = Json.decode(record.value(), SelectionKept.class);
        selections.put(record.key(), kept);
        kept.batches().forEach(batch -> places.merge(batch.id(), batch,
                (before, now) -> now.keptOffset() > before.keptOffset() ? now : before));
    }
}
