package io.crossline.endtoend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.RecordMetadata;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.Images;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.PixelScaling;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.TwoLineImages;

/** A line with an outside producer and a model of fresh parameters. Each captured batch has a brightness of its own. */
final class PlantLine {

    static final int BATCH = 25;
    private static final int STEP = 12;

    private final KafkaProbe probe;
    private final String name;
    private final String model;

    /** Puts the line's labelled images and its model in Kafka. */
    PlantLine(KafkaProbe probe, String name, long seed) {
        this.probe = probe;
        this.name = name;
        LineData data = new LineData(probe.produceAll(labelled(Split.TRAIN, 100)),
                probe.produceAll(labelled(Split.TEST, 50)));
        try (ClassifierNetworks networks = ClassifierNetworks.create(TwoLineImages.SHAPE,
                TwoLineImages.CLASS_NAMES.size(), seed)) {
            ModelManifest manifest = manifest(data, "source-" + name, ModelArchive.parametersSha256(networks));
            this.model = manifest.modelVersion();
            probe.produce(Topics.MODELS_TRAINED, model, ModelArchive.write(manifest, networks));
        }
    }

    private PlantLine(KafkaProbe probe, String name, String model) {
        this.probe = probe;
        this.name = name;
        this.model = model;
    }

    /** The same line, whose next images this probe sends. */
    PlantLine sentBy(KafkaProbe camera) {
        return new PlantLine(camera, name, model);
    }

    private static ModelManifest manifest(LineData data, String version, String sha256) {
        return new ModelManifest(version, ModelKind.CLASSIFIER, Method.SOURCE, UUID.randomUUID(), UUID.randomUUID(),
                data, data, TwoLineImages.SHAPE, TwoLineImages.CLASS_NAMES, "quick", 7, "cpu", Map.of("epochs", "1"),
                null, List.of(), List.of(), List.of(), null, PixelScaling.UNIT, Views.SINGLE, null, true, null, 1, 1,
                "test",
                sha256, Instant.now());
    }

    private List<LabelledBatch> labelled(Split split, int images) {
        return TwoLineImages.source(split, images, 50, 1).stream().map(batch -> new LabelledBatch(
                new BatchOrigin(name, name + "-images", split, Instant.now()), batch.images(), batch.labels()))
                .toList();
    }

    String name() {
        return name;
    }

    String model() {
        return model;
    }

    /** Sends the line's next images. */
    RecordMetadata capture(int ordinal) {
        return probe.produce(batch(ordinal));
    }

    private ImageBatch batch(int ordinal) {
        byte[] pixels = TwoLineImages.source(Split.TRAIN, BATCH, BATCH, 100 + ordinal).get(0).images().pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((pixels[i] & 0xff) / 4 + STEP * ordinal);
        }
        return new UnlabelledBatch(new BatchOrigin(name, name + "-stream", Split.TRAIN, Instant.now()),
                new Images(TwoLineImages.SHAPE, BATCH, pixels));
    }

    /** Mean brightness, 0 to 255, of a window of these two batches. */
    double brightness(int first, int second) {
        return (mean(first) + mean(second)) / 2;
    }

    private double mean(int ordinal) {
        byte[] pixels = batch(ordinal).images().pixels();
        long sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xff;
        }
        return (double) sum / pixels.length;
    }
}
