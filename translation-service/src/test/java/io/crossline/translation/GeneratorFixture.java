package io.crossline.translation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.Json;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Split;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Verdict;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.testing.KafkaProbe;
import io.crossline.testing.TwoLineImages;

/** Small untrained generators of a line pair that only one test uses, with images of both lines in Kafka. */
public final class GeneratorFixture {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WIDTH = 4;

    private final KafkaProbe probe;
    private final UUID jobId = UUID.randomUUID();
    private final String suffix = jobId.toString().substring(0, 8);
    private final List<LabelledBatch> sourceTrain = onLine(TwoLineImages.source(Split.TRAIN, 20, 4, 1), sourceLine());
    private byte[] archive;

    public GeneratorFixture(KafkaProbe probe) {
        this.probe = probe;
    }

    public String version() {
        return "generator-" + suffix;
    }

    public String sourceLine() {
        return "source-" + suffix;
    }

    public String targetLine() {
        return "target-" + suffix;
    }

    public List<LabelledBatch> sourceTrain() {
        return sourceTrain;
    }

    public byte[] archive() {
        return archive;
    }

    /** Another labelled training batch of the source line. */
    public LabelledBatch later(long seed) {
        return onLine(TwoLineImages.source(Split.TRAIN, 4, 4, seed), sourceLine()).get(0);
    }

    /** Writes the images and the model, as ingest and training do. */
    public DataSelection publish(boolean targetIsLabelled) {
        DataSelection train = probe.produceAll(sourceTrain);
        DataSelection test = probe.produceAll(onLine(TwoLineImages.source(Split.TEST, 8, 8, 1), sourceLine()));
        List<LabelledBatch> target = onLine(TwoLineImages.target(Split.TEST, 8, 8, 1), targetLine());
        DataSelection targetTest = probe.produceAll(
                targetIsLabelled ? target : target.stream().map(LabelledBatch::withoutLabels).toList());
        archive = archive(new LineData(train, test), new LineData(
                new DataSelection(targetLine(), null, Split.TRAIN, targetTest.ranges()), targetTest));
        probe.produce(Topics.MODELS_TRAINED, version(), archive);
        return train;
    }

    /** Writes what evaluation says of the model. */
    public void judge(Verdict verdict) {
        judge(verdict, archive == null ? null : Sha256.hex(archive));
    }

    /** @param archiveSha256 of the archive that it says it has evaluated */
    public void judge(Verdict verdict, String archiveSha256) {
        ModelEvaluated event = new ModelEvaluated(version(), ModelKind.GENERATOR, Method.CYCLEGAN, jobId, jobId,
                sourceLine(), targetLine(), null, null, Map.of(), verdict, "Test.", archiveSha256, AT);
        probe.produce(Topics.MODELS_EVALUATED, version(), Json.encode(event));
    }

    private byte[] archive(LineData source, LineData target) {
        try (GeneratorNetworks networks = GeneratorNetworks.create(TwoLineImages.SHAPE, WIDTH, 1)) {
            return ModelArchive.write(new ModelManifest(version(), ModelKind.GENERATOR, Method.CYCLEGAN, jobId, jobId,
                    source, target, TwoLineImages.SHAPE, TwoLineImages.CLASS_NAMES, "quick", 1, "cpu", Map.of(), null,
                    1, 1, "test", ModelArchive.parametersSha256(networks), AT), networks);
        }
    }

    private static List<LabelledBatch> onLine(List<LabelledBatch> batches, String line) {
        return batches.stream().map(batch -> new LabelledBatch(
                new BatchOrigin(line, batch.origin().dataset(), batch.split(), batch.origin().capturedAt()),
                batch.images(), batch.labels())).toList();
    }
}
