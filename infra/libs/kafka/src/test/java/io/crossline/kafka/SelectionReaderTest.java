package io.crossline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;

class SelectionReaderTest {

    private static final String TOPIC = Topics.IMAGES_CAPTURED;
    private static final ImageShape SHAPE = new ImageShape(1, 2, 2);
    private static final List<String> CLASSES = List.of("good", "scratch");

    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private long firstOffset;

    @Test
    void handsOnWhatMatchesInOffsetOrderAndOnce() {
        // Given
        ImageBatch first = labelled("a", "set", Split.TRAIN, 1);
        ImageBatch second = labelled("a", "set", Split.TRAIN, 2);
        add(first);
        add(labelled("b", "set", Split.TRAIN, 3));
        add(labelled("a", "other", Split.TRAIN, 4));
        add(labelled("a", "set", Split.TEST, 5));
        add(first);
        add(new RecordHeaders(), ImageBatchCodec.encode(second));

        // When
        List<SelectedBatch<LabelledBatch>> batches = new ArrayList<>();
        SelectionReport report = reader().readLabelled(selection("set", 0, 6), batches::add);

        // Then
        assertThat(batches).extracting(SelectedBatch::offset).containsExactly(0L, 5L);
        assertThat(batches).extracting(selected -> selected.batch().id()).containsExactly(first.id(), second.id());
        assertThat(report).isEqualTo(new SelectionReport(2, 2, 1, List.of()));
    }

    @Test
    void readsEveryDatasetWhereNoneIsNamedAndStopsAtTheRangesEnd() {
        // Given
        add(labelled("a", "one", Split.TRAIN, 1));
        add(labelled("a", "two", Split.TRAIN, 2));
        add(labelled("a", "two", Split.TRAIN, 3));

        // When
        List<Long> offsets = new ArrayList<>();
        reader().read(selection(null, 1, 2), selected -> offsets.add(selected.offset()));
        List<Long> all = new ArrayList<>();
        reader().read(selection(null, 0, 3), selected -> all.add(selected.offset()));

        // Then
        assertThat(offsets).containsExactly(1L);
        assertThat(all).containsExactly(0L, 1L, 2L);
    }

    @Test
    void leavesOutAndReportsWhatIsNoUsableBatch() {
        // Given
        add(new RecordHeaders(), "no batch".getBytes(StandardCharsets.UTF_8));
        add(new RecordHeaders(), null);
        add(labelled("a", "set", Split.TRAIN, 1).withoutLabels());
        add(ofShape(new ImageShape(1, 1, 1)));
        add(labelled("a", "set", Split.TRAIN, 2));

        // When
        List<Long> offsets = new ArrayList<>();
        SelectionReport report = reader().readLabelled(selection("set", 0, 5),
                selected -> offsets.add(selected.offset()));

        // Then
        assertThat(offsets).containsExactly(4L);
        assertThat(report.skipped()).extracting(SkippedRecord::offset).containsExactly(0L, 1L, 2L, 3L);
        assertThat(report.skipped().get(2).reason()).contains("labels");
        assertThat(report.skipped().get(3).reason()).isEqualTo("shape is 1x1x1, expected 2x2x1");
    }

    @Test
    void hidesTheLabelsFromAnUnlabelledReader() {
        // Given
        add(labelled("a", "set", Split.TRAIN, 1));
        add(labelled("a", "set", Split.TRAIN, 1).withoutLabels());

        // When
        List<UnlabelledBatch> batches = new ArrayList<>();
        SelectionReport report = reader().readUnlabelled(selection("set", 0, 2),
                selected -> batches.add(selected.batch()));

        // Then
        assertThat(batches).hasSize(1);
        assertThat(report.duplicates()).isEqualTo(1);
    }

    @Test
    void saysThatRetentionDeletedTheRange() {
        // Given
        firstOffset = 3;
        add(labelled("a", "set", Split.TRAIN, 1));

        // When, Then
        assertThatThrownBy(() -> reader().read(selection("set", 2, 4), batch -> {
        }))
                .isInstanceOf(SelectionUnavailableException.class)
                .hasMessageContaining("retention").hasMessageContaining("first offset left is 3");
        assertThatThrownBy(() -> reader().read(selection("set", 3, 5), batch -> {
        }))
                .isInstanceOf(SelectionUnavailableException.class).hasMessageContaining("at 4");
    }

    @Test
    void namesTheSelectionThatIsEmpty() {
        // Given
        DataSelection selection = selection("set", 0, 0);
        SelectionReport report = reader().read(selection, batch -> {
        });

        // When, Then
        assertThatThrownBy(() -> report.requireImages(selection))
                .hasMessage("The train selection of line a has no images: no record matches");
    }

    private static KeptSelections nothingIsKept() {
        MockConsumer<String, byte[]> index = new MockConsumer<>("earliest");
        TopicPartition partition = new TopicPartition(Topics.DATASETS_INDEX, 0);
        index.updatePartitions(partition.topic(),
                List.of(new PartitionInfo(partition.topic(), 0, Node.noNode(), null, null)));
        index.updateBeginningOffsets(Map.of(partition, 0L));
        index.updateEndOffsets(Map.of(partition, 0L));
        return new KeptSelections(new RangeReader(new MockConsumer<>("none")), handler -> new TopicView(
                partition.topic(), () -> index, StartPosition.beginning(), handler, UnusableRecords.logged()).start());
    }

    private SelectionReader reader() {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
        consumer.assign(List.of(partition));
        consumer.updateBeginningOffsets(Map.of(partition, firstOffset));
        consumer.updateEndOffsets(Map.of(partition, firstOffset + records.size()));
        records.forEach(consumer::addRecord);
        return new SelectionReader(new RangeReader(consumer), SelectionReaderTest::nothingIsKept,
                BatchCheck.shape(SHAPE));
    }

    private void add(ImageBatch batch) {
        add(CloudEventHeaders.of(batch, "test"), ImageBatchCodec.encode(batch));
    }

    private void add(Headers headers, byte[] value) {
        records.add(
                new ConsumerRecord<>(TOPIC, 0, firstOffset + records.size(), 0, TimestampType.CREATE_TIME, 0, 0, "a",
                        value, headers, Optional.empty()));
    }

    private static DataSelection selection(String dataset, long from, long to) {
        return new DataSelection("a", dataset, Split.TRAIN, List.of(new OffsetRange(TOPIC, 0, from, to)));
    }

    private static LabelledBatch labelled(String line, String dataset, Split split, int pixel) {
        byte[] pixels = {(byte) pixel, 0, 0, 0};
        return new LabelledBatch(new BatchOrigin(line, dataset, split, Instant.EPOCH), new Images(SHAPE, 1, pixels),
                new Labels(CLASSES, new int[]{1}));
    }

    private static LabelledBatch ofShape(ImageShape shape) {
        return new LabelledBatch(new BatchOrigin("a", "set", Split.TRAIN, Instant.EPOCH),
                new Images(shape, 1, new byte[shape.bytes()]), new Labels(CLASSES, new int[]{0}));
    }
}
