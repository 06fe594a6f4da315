package io.crossline.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.producer.RecordMetadata;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.TwoLineImages;

/** A line of its own name whose training images are in Kafka, served by a model of fresh parameters. */
public final class ServedLine {

    public static final int WINDOW = 200;
    public static final int BATCH = 100;

    private final KafkaProbe probe;
    private final String name;
    private final LineData data;

    public ServedLine(KafkaProbe probe) {
        this(probe, newName());
    }

    public ServedLine(KafkaProbe probe, String name) {
        this.probe = probe;
        this.name = name;
        DataSelection train = probe.produceAll(batches(Split.TRAIN, 2 * WINDOW, 1));
        this.data = new LineData(train, probe.produceAll(batches(Split.TEST, WINDOW, 9)));
    }

    /** That no other line has. */
    public static String newName() {
        return "line-b-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public String name() {
        return name;
    }

    public LineData data() {
        return data;
    }

    /** @return version of a new source-only classifier, which a person makes champion of the line */
    public String newModel(long seed) {
        Fixtures.allWatched(probe);
        JobRequested job = Fixtures.on(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)), data,
                data);
        try (ClassifierNetworks networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), seed)) {
            probe.produce(Topics.MODELS_TRAINED, job.modelVersion(), ModelArchive.write(
                    Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)), networks));
        }
        probe.first(Topics.MODELS_EVALUATED, record -> record.key().equals(job.modelVersion()));
        Fixtures.promote(name, job.modelVersion());
        return job.modelVersion();
    }

    /** Captures images without labels; the labels that they would have are in what is returned. */
    public List<SelectedBatch<LabelledBatch>> capture(int images, long seed) {
        List<SelectedBatch<LabelledBatch>> captured = new ArrayList<>();
        for (LabelledBatch batch : batches(Split.TRAIN, images, seed)) {
            RecordMetadata at = probe.produce(batch.withoutLabels());
            captured.add(new SelectedBatch<>(batch, at.topic(), at.partition(), at.offset()));
        }
        return captured;
    }

    private List<LabelledBatch> batches(Split split, int images, long seed) {
        return TwoLineImages.target(split, images, BATCH, seed).stream()
                .map(batch -> new LabelledBatch(new BatchOrigin(name, name + "-images", split, Instant.now()),
                        batch.images(), batch.labels()))
                .toList();
    }
}
