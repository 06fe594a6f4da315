package io.crossline.training.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.Split;
import io.crossline.kafka.RangeReader;
import io.crossline.kafka.SelectionReader;
import io.crossline.kafka.SelectionReport;
import io.crossline.kafka.SelectionUnavailableException;

/**
 * Reads data selections from Kafka into memory, uint8 as they travel. The same selection gives the same images in the same
 * order, every time.
 */
public final class DatasetReader {

    private static final LabelMapping.Mapped NOTHING = new LabelMapping.Mapped(new byte[0], new int[0], List.of());

    private final Map<String, Object> broker;

    /** @param broker Kafka's client properties of the connection */
    public DatasetReader(Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    /**
     * @param classNames the job's classes; labels are mapped to them by name
     * @param frames leaves unusable ones out
     * @throws UnusableDataException if the ranges are not in Kafka any more, or hold no usable image with a label
     */
    public SourceSet readSource(DataSelection selection, ImageShape shape, List<String> classNames, FrameFilter frames,
            ReadListener listener) {
        LabelledImages images = new LabelledImages(shape, classNames.size());
        List<BatchPosition> positions = new ArrayList<>();
        ReadReport report = readLabelled(selection, shape, classNames, frames, (mapped, position) -> {
            images.add(mapped.pixels(), mapped.labels());
            positions.add(position);
        }, listener);
        return new SourceSet(images, List.of(), positions, report);
    }

    /**
     * @param labels that people gave to some of the images
     * @param leftOut images that do not get in, but for their labels; those that are not in the selection change nothing
     * @param classNames the job's classes
     * @param frames leaves unusable ones out; a labelled one stays among the labelled images
     * @throws UnusableDataException if the ranges are not in Kafka any more, or hold no usable image that is not left out; or
     *         if a label's image is not among them, though its record is in Kafka; or if all labels' records are gone
     */
    public TargetSet readTarget(DataSelection selection, ImageShape shape, List<GivenLabel> labels,
            List<BatchImages> leftOut, List<String> classNames, FrameFilter frames, ReadListener listener) {
        LeftOutImages out = new LeftOutImages(leftOut);
        UnlabelledImages images = new UnlabelledImages(shape);
        GivenImages given = new GivenImages(labels);
        ReadProgress progress = new ReadProgress(selection, listener);
        SelectionReport report = read(selection, shape, reader -> reader.readUnlabelled(selection, selected -> {
            images.add(out.others(selected, frames.usable(selected.batch().images())));
            given.take(selected);
            progress.passed(selected, selected.batch().images().count());
        }));
        if (images.count() == 0) {
            throw new UnusableDataException("The job leaves out all " + (report.images()) + " training images of line "
                    + selection.line() + ", expected some that are left"
                    + (frames.counts().isEmpty() ? "" : "; unusable frames among them: " + frames.counts()));
        }
        List<GivenLabel> lost = given.missing().isEmpty() ? List.of() : given.lost(firstLeft(selection));
        return new TargetSet(images, given.images(shape, classNames), given.used(), lost,
                new ReadReport(report, 0, List.of(), out.met(), frames.counts()));
    }

    /**
     * Reads single training images of a line, by the places that their labels name.
     *
     * @param examples at least one
     * @param classNames the job's classes
     * @throws UnusableDataException if none of a class's images can be read
     */
    public Examples readExamples(String line, List<GivenLabel> examples, ImageShape shape, List<String> classNames) {
        GivenImages given = new GivenImages(examples);
        List<OffsetRange> left = records(examples, firstLeft(line, examples.stream()
                .map(example -> new TopicPartition(example.topic(), example.partition())).collect(Collectors.toSet())));
        if (!left.isEmpty()) {
            DataSelection records = new DataSelection(line, null, Split.TRAIN, left);
            read(records, shape, reader -> reader.readUnlabelled(records, given::take));
        }
        List<GivenLabel> missing = given.missing();
        for (GivenLabel lost : missing) {
            if (given.used().stream().noneMatch(used -> used.className().equals(lost.className()))) {
                throw new UnusableDataException("None of the images of line " + line + " that were named '"
                        + lost.className() + "' can be read from Kafka any more. Name newer ones.");
            }
        }
        return new Examples(given.images(shape, classNames), given.used(), missing);
    }

    /** The records of these images that are left, each once. */
    private static List<OffsetRange> records(List<GivenLabel> images, Map<TopicPartition, Long> firstLeft) {
        return images.stream()
                .filter(image -> image.offset() >= firstLeft
                        .getOrDefault(new TopicPartition(image.topic(), image.partition()), 0L))
                .map(image -> new OffsetRange(image.topic(), image.partition(), image.offset(), image.offset() + 1))
                .distinct().sorted(Comparator.comparing(OffsetRange::topic).thenComparing(OffsetRange::partition)
                        .thenComparing(OffsetRange::fromOffset))
                .toList();
    }

    private Map<TopicPartition, Long> firstLeft(DataSelection selection) {
        return firstLeft(selection.line(), selection.ranges().stream()
                .map(range -> new TopicPartition(range.topic(), range.partition())).collect(Collectors.toSet()));
    }

    /** First offset that is left of each partition. */
    private Map<TopicPartition, Long> firstLeft(String line, Set<TopicPartition> partitions) {
        try (RangeReader reader = RangeReader.open(broker)) {
            return reader.firstOffsets(partitions);
        } catch (KafkaException e) {
            throw new UnusableDataException("Which records of line " + line
                    + " are left could not be read from Kafka: " + e.getMessage(), e);
        }
    }

    /**
     * Reads an even sample of labelled test images.
     *
     * @param most images at most
     * @throws UnusableDataException as {@link #readSource}
     */
    public LabelledSample readSample(DataSelection selection, ImageShape shape, List<String> classNames, int most,
            ReadListener listener) {
        EvenSample sample = new EvenSample(shape, most);
        readLabelled(selection, shape, classNames, FrameFilter.none(), (mapped, position) -> sample.add(mapped),
                listener);
        return sample.get();
    }

    private interface MappedHandler {
        void take(LabelMapping.Mapped mapped, BatchPosition position);
    }

    private ReadReport readLabelled(DataSelection selection, ImageShape shape, List<String> classNames,
            FrameFilter frames, MappedHandler handler, ReadListener listener) {
        LabelMapping mapping = new LabelMapping(classNames);
        List<String> unknown = new ArrayList<>();
        ReadProgress progress = new ReadProgress(selection, listener);
        SelectionReport report = read(selection, shape, reader -> reader.readLabelled(selection, selected -> {
            LabelMapping.Mapped mapped = frames.usable(selected.batch()).map(mapping::map).orElse(NOTHING);
            unknown.addAll(mapped.unknown());
            if (mapped.labels().length > 0) {
                handler.take(mapped, BatchPosition.of(selected));
            }
            progress.passed(selected, mapped.labels().length);
        }));
        ReadReport read = new ReadReport(report, unknown.size(), List.copyOf(new TreeSet<>(unknown)), 0,
                frames.counts());
        if (read.images() == 0 && unknown.isEmpty()) {
            throw new UnusableDataException(
                    "Line " + selection.line() + " has no image that is usable: " + read.unusableText());
        }
        if (read.images() == 0) {
            throw new UnusableDataException("The classes of line " + selection.line() + ", "
                    + new TreeSet<>(unknown) + ", are none of the job's, " + classNames);
        }
        return read;
    }

    private interface Reading {
        SelectionReport with(SelectionReader reader);
    }

    private SelectionReport read(DataSelection selection, ImageShape shape, Reading reading) {
        try (SelectionReader reader = SelectionReader.open(broker, shapeIs(shape))) {
            return reading.with(reader).requireImages(selection);
        } catch (SelectionUnavailableException e) {
            throw new UnusableDataException(e.getMessage(), e);
        } catch (KafkaException e) {
            throw new UnusableDataException("The " + selection.split().id() + " images of line " + selection.line()
                    + " could not be read from Kafka: " + e.getMessage(), e);
        }
    }

    private static BatchCheck shapeIs(ImageShape shape) {
        return batch -> {
            if (!batch.images().shape().equals(shape)) {
                throw new InvalidFieldException("shape",
                        "is " + batch.images().shape() + ", the job takes " + shape);
            }
        };
    }
}
