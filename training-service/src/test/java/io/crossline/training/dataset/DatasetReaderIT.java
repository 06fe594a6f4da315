package io.crossline.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.ImageBatchCodec;
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
import io.crossline.testing.TwoLineImages;
import io.crossline.training.messaging.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class DatasetReaderIT {

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

        SourceSet source = reader.readSource(selection, SHAPE, CLASSES, FrameFilter.none(), ReadListener.none());

        assertThat(labels(source)).containsExactly(1, 0, 0, 1);
        assertThat(source.positions()).hasSize(2);
    }

    /** Given images of a class that the job does not know, when they are read, then only those are left out. */
    @Test
    void unknownClassesAreLeftOut() {
        DataSelection selection = probe
                .produceAll(List.of(batch("unknown", SHAPE, List.of("good", "scratch", "hole"), 0, 1, 2)));

        SourceSet source = reader.readSource(selection, SHAPE, CLASSES, FrameFilter.none(), ReadListener.none());

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

        SourceSet source = reader.readSource(selection, SHAPE, CLASSES, FrameFilter.none(), ReadListener.none());

        assertThat(source.images().count()).isEqualTo(2);
        assertThat(source.report().selection().duplicates()).isEqualTo(1);
        assertThat(source.report().selection().skipped()).hasSize(3);
    }

    /** Given black frames among good ones, when both lines are read, then they are left out and counted. */
    @Test
    void unusableFramesAreLeftOut() {
        Images images = TwoLineImages.source(Split.TRAIN, 40, 40, 5).get(0).images();
        byte[] pixels = images.pixels().clone();
        Arrays.fill(pixels, 0, 10 * images.shape().bytes(), (byte) 0);
        int[] labels = new int[40];
        Arrays.fill(labels, 0, 15, 1);
        DataSelection selection = probe
                .produceAll(List.of(new LabelledBatch(batch("frames", SHAPE, CLASSES, 0).origin(),
                        new Images(images.shape(), 40, pixels), new Labels(CLASSES, labels))));
        OffsetRange range = selection.ranges().get(0);
        List<BatchImages> leftOut = List
                .of(new BatchImages(range.topic(), range.partition(), range.fromOffset(), List.of(3, 39)));

        SourceSet source = reader.readSource(selection, images.shape(), CLASSES, FrameFilter.without(Set.of()),
                ReadListener.none());
        TargetSet target = reader.readTarget(selection, images.shape(), List.of(), leftOut, CLASSES,
                FrameFilter.without(Set.of()), ReadListener.none());
        SourceSet unchecked = reader.readSource(selection, images.shape(), CLASSES,
                FrameFilter.without(EnumSet.allOf(FrameCheck.class)), ReadListener.none());

        assertThat(source.images().count()).isEqualTo(30);
        assertThat(labels(source)).startsWith(1, 1, 1, 1, 1, 0);
        assertThat(source.report().images()).isEqualTo(30);
        assertThat(source.report().toString()).contains("left out 10 unusable frames (no light: 10)");
        assertThat(target.images().count()).isEqualTo(29);
        assertThat(target.report().unusable()).isEqualTo(Map.of(FrameCheck.NO_LIGHT, 10));
        assertThat(unchecked.images().count()).isEqualTo(40);
    }

    /** Given a labelled target line, when it is read for training, then the images come without their labels. */
    @Test
    void targetLabelsNeverGetIn() {
        DataSelection selection = probe.produceAll(List.of(batch("target", SHAPE, CLASSES, 0, 1)));

        TargetSet target = reader.readTarget(selection, SHAPE, List.of(), List.of(), CLASSES, FrameFilter.none(),
                ReadListener.none());

        assertThat(target.images().count()).isEqualTo(2);
        assertThat(target.given().count()).isZero();
    }

    /** Given labels that people gave, when the target is read, then those classes count, whatever the batch itself says. */
    @Test
    void givenLabelsArePutToTheirImages() {
        DataSelection selection = probe
                .produceAll(List.of(batch("given", SHAPE, CLASSES, 0, 0), batch("given", SHAPE, CLASSES, 1, 0, 1)));
        OffsetRange range = selection.ranges().get(0);
        GivenLabel last = new GivenLabel(range.topic(), range.partition(), range.toOffset() - 1, 2, "good");
        GivenLabel first = new GivenLabel(range.topic(), range.partition(), range.fromOffset(), 1, "hole");

        TargetSet target = reader.readTarget(selection, SHAPE, List.of(last, first), List.of(), CLASSES,
                FrameFilter.none(), ReadListener.none());

        assertThat(target.images().count()).isEqualTo(5);
        assertThat(target.labels()).containsExactly(last, first);
        assertThat(target.given().label(0)).isZero();
        assertThat(target.given().label(1)).isEqualTo(1);
        assertThat(target.given().withoutLabels().image(0)).isEqualTo(target.images().image(4));
        assertThat(target.given().withoutLabels().image(1)).isEqualTo(target.images().image(1));
    }

    /** Given a label of an image that is not in the selection, when the target is read, then the error names it. */
    @Test
    void aLabelWithoutAnImageIsAnError() {
        DataSelection selection = probe.produceAll(List.of(batch("astray", SHAPE, CLASSES, 0, 1)));
        OffsetRange range = selection.ranges().get(0);
        GivenLabel noImage = new GivenLabel(range.topic(), range.partition(), range.fromOffset(), 2, "hole");
        GivenLabel noRecord = new GivenLabel(range.topic(), range.partition(), range.toOffset(), 0, "hole");
        GivenLabel noTopic = new GivenLabel("elsewhere", 0, 0, 0, "hole");
        GivenLabel otherwise = new GivenLabel(range.topic(), range.partition(), range.fromOffset(), 2, "good");

        assertThatThrownBy(() -> readWith(selection, noImage)).isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("'hole' of image 2").hasMessageContaining("its batch has 2 images");
        assertThatThrownBy(() -> readWith(selection, noRecord)).isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("@" + range.toOffset());
        assertThatThrownBy(() -> readWith(selection, noTopic)).isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("elsewhere-0@0");
        assertThatThrownBy(() -> readWith(selection, noImage, otherwise)).isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("'hole' and 'good'");
    }

    /** Given labels of which retention has deleted some records, when the target is read, then the others are taken. */
    @Test
    void labelsOfDeletedRecordsAreLeftOut() throws Exception {
        String topic = "reader-lost";
        try (Admin admin = Admin.create(broker.properties())) {
            admin.createTopics(List.of(new org.apache.kafka.clients.admin.NewTopic(topic, 1, (short) 1))).all().get();
            for (int i = 0; i < 2; i++) {
                probe.produce(topic, "reader-lost", ImageBatchCodec.encode(batch("lost", SHAPE, CLASSES, i, 1)));
            }
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(1))).all().get();
        }
        DataSelection left = new DataSelection("reader-lost", null, Split.TRAIN,
                List.of(new OffsetRange(topic, 0, 1, 2)));
        GivenLabel lost = new GivenLabel(topic, 0, 0, 0, "hole");
        GivenLabel kept = new GivenLabel(topic, 0, 1, 0, "good");

        TargetSet target = readWith(left, lost, kept);

        assertThat(target.labels()).containsExactly(kept);
        assertThat(target.lost()).containsExactly(lost);
        assertThatThrownBy(() -> readWith(left, lost)).isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("None of the records of the 1 target labels");
    }

    /** Given images that the job leaves out, when the target is read, then the others come, and it is told how many did not. */
    @Test
    void imagesThatAreLeftOutDoNotGetIn() {
        DataSelection selection = probe
                .produceAll(List.of(batch("out", SHAPE, CLASSES, 0, 0, 1), batch("out", SHAPE, CLASSES, 1, 0)));
        OffsetRange range = selection.ranges().get(0);
        BatchImages first = new BatchImages(range.topic(), range.partition(), range.fromOffset(), List.of(0, 2));
        BatchImages elsewhere = new BatchImages(range.topic(), range.partition(), range.toOffset(), List.of(0));

        TargetSet all = readWith(selection);
        TargetSet target = reader.readTarget(selection, SHAPE, List.of(), List.of(first, elsewhere), CLASSES,
                FrameFilter.none(), ReadListener.none());

        assertThat(target.images().count()).isEqualTo(3);
        assertThat(target.images().pixels(0, 1)).isEqualTo(all.images().pixels(1, 1));
        assertThat(target.images().pixels(1, 2)).isEqualTo(all.images().pixels(3, 2));
        assertThat(target.report().toString())
                .isEqualTo("3 images in 2 batches, left out 2 images that the job names");
    }

    private TargetSet readWith(DataSelection selection, GivenLabel... labels) {
        return reader.readTarget(selection, SHAPE, List.of(labels), List.of(), CLASSES, FrameFilter.none(),
                ReadListener.none());
    }

    /** Given a source line without labels, when it is read, then the error says so. */
    @Test
    void aSourceWithoutLabelsIsAnError() {
        DataSelection selection = probe
                .produceAll(List.of(batch("unlabelled", SHAPE, CLASSES, 0, 1).withoutLabels()));

        assertThatThrownBy(() -> reader.readSource(selection, SHAPE, CLASSES, FrameFilter.none(), ReadListener.none()))
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

        assertThatThrownBy(() -> reader.readSource(gone, SHAPE, CLASSES, FrameFilter.none(), ReadListener.none()))
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
