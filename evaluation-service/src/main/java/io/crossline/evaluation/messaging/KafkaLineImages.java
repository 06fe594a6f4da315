package io.crossline.evaluation.messaging;

import java.util.Map;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.evaluation.scoring.LineImages;
import io.crossline.kafka.SelectionReader;
import io.crossline.kafka.SelectionReport;
import io.smallrye.common.annotation.Identifier;

/** Test images by offset range. Records that the model cannot take are left out and logged. */
@ApplicationScoped
public class KafkaLineImages implements LineImages {

    private static final Logger LOG = Logger.getLogger(KafkaLineImages.class);

    private final Map<String, Object> kafka;

    KafkaLineImages(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    @Override
    public void readPlaced(DataSelection selection, ModelManifest model,
            Consumer<SelectedBatch<ImageBatch>> batches) {
        try (SelectionReader reader = SelectionReader.open(kafka, BatchCheck.shape(model.shape()))) {
            SelectionReport report = reader.read(selection, batches);
            report.skipped().forEach(record -> LOG.warnf("Left out of the test images of %s: %s",
                    model.modelVersion(), record));
            report.requireImages(selection);
        }
    }
}
