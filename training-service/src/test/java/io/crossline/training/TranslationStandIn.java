package io.crossline.training;

import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.Images;
import io.crossline.contracts.Json;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.Topics;
import io.crossline.contracts.Translation;
import io.crossline.kafka.SelectionReader;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.inference.Generators;
import io.crossline.testing.KafkaProbe;

/** Translates a generator's source images as the translation service does, without waiting for a verdict. */
final class TranslationStandIn {

    private final KafkaProbe probe;
    private final Map<String, Object> broker;

    TranslationStandIn(KafkaProbe probe, Map<String, Object> broker) {
        this.probe = probe;
        this.broker = broker;
    }

    /** Waits for the generator, then publishes its translations. */
    ModelManifest translate(String generatorVersion) {
        ConsumerRecord<String, byte[]> model = probe.first(Topics.MODELS_TRAINED,
                record -> generatorVersion.equals(record.key()));
        ModelManifest manifest = Json.decode(
                model.headers().lastHeader(CloudEventHeaders.MANIFEST).value(), ModelManifest.class);
        try (Generators generators = new Generators(ModelArchive.readGenerators(model.value()));
                SelectionReader reader = SelectionReader.open(broker, BatchCheck.any())) {
            reader.readLabelled(manifest.source().train(),
                    selected -> probe.produce(translated(selected, generators, generatorVersion)));
        }
        return manifest;
    }

    private static LabelledBatch translated(SelectedBatch<LabelledBatch> selected, Generators generators,
            String generatorVersion) {
        LabelledBatch batch = selected.batch();
        BatchOrigin origin = batch.origin();
        byte[] pixels = generators.sourceToTarget(batch.images().pixels());
        return new LabelledBatch(
                new BatchOrigin(origin.line(), origin.dataset() + "@" + generatorVersion, origin.split(),
                        origin.capturedAt(),
                        new Translation(generatorVersion, selected.topic(), selected.partition(), selected.offset())),
                new Images(batch.images().shape(), batch.images().count(), pixels), batch.labels());
    }
}
