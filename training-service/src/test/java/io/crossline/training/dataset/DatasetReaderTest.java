package io.crossline.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.KafkaTestResource;
import io.crossline.training.messaging.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class DatasetReaderTest {

    private static final ImageShape SHAPE = new ImageShape(1, 2, 2);
    private static final List<String> CLASSES = List.of("good", "hole");

    @Inject
    Broker broker;

    private KafkaProbe probe;
    private DatasetReader reader;

    @BeforeEach
    void open() {
        probe = KafkaProbe.ofTest();
        reader = new DatasetReader(broker.properties());
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Given batches that name the classes in another order, when they are read, then labels are mapped by name. */
    @Test
    void labelsAreMappedByName() {
        DataSelection selection = probe.produceAll(List.of(
                batch("order", SHAPE, List.of("good", "hole"), 1, 0),
                batch("order", SHAPE, List.of("hole", "good"), 1, 0)));

        SourceSet source = reader.readSource(selection, SHAPE, CLASSES, ReadListener.none());

        assertThat(labels(source)).containsExactly(1, 0, 0, 1);
        assertThat(source.positions()).hasSize(2);
    }

    /** Given images of a class that the job does not know, when they are read, then only those are left out. */
    @Test
    void unknownClassesAreLeftOut() {
        DataSelection selection = probe
                .produceAll(List.of(batch("unknown", SHAPE, List.of("good", "scratch", "hole"), 0, 1, 2)));

        SourceSet source = reader.readSource(selection, SHAPE, CLASSES, ReadListener.none());

        assertThat(labels(source)).containsExactly(0, 1);
        assertThat(source.report().unknownClass()).isEqualTo(1);
        assertThat(source.report().toString()).contains("scratch");
    }

    /** Given a duplicate, a wrong shape, garbage and an unlabelled batch, when read, then the good rest is taken. */
    @Test
    void theGoodRestIsTaken() {
        LabelledBatch good = batch("rest", SHAPE, CLASSES, 0, 1);
        RecordMetadata first = probe.produce(good);
        probe.produce(good);
        probe.produce(batch("rest", new ImageShape(1, 3, 3), CLASSES, 0));
        probe.produce(Topics.IMAGES_CAPTURED, "reader-rest", "no batch".getBytes());
        RecordMetadata last = probe.produce(new UnlabelledBatch(batch("rest", SHAPE, CLASSES, 0).origin(),
                new Images(SHAPE, 1, new byte[]{9, 9, 9, 9})));
        DataSelection selection = selection("rest", first, last);

        SourceSet source = reader.readSource(selection, SHAPE, CLASSES, ReadListener.none());

        assertThat(source.images().count()).isEqualTo(2);
        assertThat(source.report().selection().duplicates()).isEqualTo(1);
        assertThat(source.report().selection().skipped()).hasSize(3);
    }

    /** Given a labelled target line, when it is read for training, then the images come without their labels. */
    @Test
    void targetLabelsNeverGetIn() {
        DataSelection selection = probe.produceAll(List.of(batch("target", SHAPE, CLASSES, 0, 1)));

        TargetSet target = reader.readTarget(selection, SHAPE, ReadListener.none());

        assertThat(target.images().count()).isEqualTo(2);
    }

    /** Given a source line without labels, when it is read, then the error says so. */
    @Test
    void aSourceWithoutLabelsIsAnError() {
        DataSelection selection = probe
                .produceAll(List.of(batch("unlabelled", SHAPE, CLASSES, 0, 1).withoutLabels()));

        assertThatThrownBy(() -> reader.readSource(selection, SHAPE, CLASSES, ReadListener.none()))
                .isInstanceOf(UnusableDataException.class).hasMessageContaining("labels");
    }

    /** Given a data set that retention has deleted, when it is read, then the error says what to do. */
    @Test
    void deletedOffsetsAreAnError() throws Exception {
        DataSelection selection = probe.produceAll(List.of(batch("deleted", SHAPE, CLASSES, 0, 1)));
        OffsetRange range = selection.ranges().get(0);
        OffsetRange other = new OffsetRange("reader-deleted", 0, 0, 1);
        try (Admin admin = Admin.create(broker.properties())) {
            admin.createTopics(List.of(new org.apache.kafka.clients.admin.NewTopic(other.topic(), 1, (short) 1))).all()
                    .get();
            probe.produce(other.topic(), "line", new byte[]{1});
            admin.deleteRecords(Map.of(new TopicPartition(other.topic(), 0), RecordsToDelete.beforeOffset(1))).all()
                    .get();
        }
        DataSelection gone = new DataSelection(selection.line(), null, Split.TRAIN, List.of(range, other));

        assertThatThrownBy(() -> reader.readSource(gone, SHAPE, CLASSES, ReadListener.none()))
                .isInstanceOf(UnusableDataException.class).hasMessageContaining("retention")
                .hasMessageContaining("Ingest the images again");
    }

    /** Given more test images than wanted, sorted by class, when a sample is read, then it holds all classes evenly. */
    @Test
    void aSampleIsEven() {
        DataSelection selection = probe.produceAll(List.of(
                batch("sample", SHAPE, CLASSES, 0, 0, 0, 0, 0, 0, 0, 0),
                batch("sample", SHAPE, CLASSES, 1, 1, 1, 1, 1, 1)));

        LabelledSample sample = reader.readSample(selection, SHAPE, CLASSES, 4, ReadListener.none());

        assertThat(sample.labels()).containsExactly(0, 0, 1, 1);
        assertThat(sample.pixels()).hasSize(4 * SHAPE.bytes());
    }

    private static int[] labels(SourceSet source) {
        return java.util.stream.IntStream.range(0, source.images().count()).map(source.images()::label).toArray();
    }

    private static DataSelection selection(String name, RecordMetadata first, RecordMetadata last) {
        return new DataSelection("reader-" + name, null, Split.TRAIN,
                List.of(new OffsetRange(first.topic(), first.partition(), first.offset(), last.offset() + 1)));
    }

    private static LabelledBatch batch(String name, ImageShape shape, List<String> classes, int... labels) {
        byte[] pixels = new byte[labels.length * shape.bytes()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i + labels[i / shape.bytes()]);
        }
        return new LabelledBatch(new BatchOrigin("reader-" + name, "set", Split.TRAIN, Instant.EPOCH),
                new Images(shape, labels.length, pixels), new Labels(classes, labels));
    }
}
