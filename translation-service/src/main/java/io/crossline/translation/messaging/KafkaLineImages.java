package io.crossline.translation.messaging;

import java.util.Map;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.kafka.SelectionReader;
import io.crossline.kafka.SelectionReport;
import io.crossline.translation.generator.LineImages;
import io.smallrye.common.annotation.Identifier;

/** Images by offset range. Records that the model cannot take are left out and logged. */
@ApplicationScoped
public class KafkaLineImages implements LineImages {

    private static final Logger LOG = Logger.getLogger(KafkaLineImages.class);

    private final Map<String, Object> kafka;

    KafkaLineImages(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    @Override
    public void read(DataSelection selection, ModelManifest model, Consumer<ImageBatch> batches) {
        try (SelectionReader reader = open(model)) {
            check(selection, reader.read(selection, selected -> batches.accept(selected.batch())));
        }
    }

    @Override
    public long readLabelled(DataSelection selection, ModelManifest model,
            Consumer<SelectedBatch<LabelledBatch>> batches) {
        try (SelectionReader reader = open(model)) {
            return check(selection, reader.readLabelled(selection, batches)).images();
        }
    }

    private SelectionReader open(ModelManifest model) {
        return SelectionReader.open(kafka, BatchCheck.shape(model.shape()));
    }

    private static SelectionReport check(DataSelection selection, SelectionReport report) {
        report.skipped().forEach(record -> LOG.warnf("Left out of the %s images of line %s: %s",
                selection.split().id(), selection.line(), record));
        return report.requireImages(selection);
    }
}
