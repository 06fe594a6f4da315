package io.crossline.kafka;

import java.util.Map;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.smallrye.common.annotation.Identifier;

/**
 * A line's images by offset range: every batch of a selection that has a model's shape, always in the same order. Records that the model cannot
 * take are left out, with a line in the log. A line may have other classes than the model, in another order: labels are found by
 * {@link io.crossline.contracts.Labels#among}.
 *
 * <p>
 * All methods throw {@link SelectionUnavailableException} where there are no images.
 */
@ApplicationScoped
public class LineImages {

    private static final Logger LOG = LoggerFactory.getLogger(LineImages.class);

    private final Map<String, Object> kafka;

    public LineImages(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    public void read(DataSelection selection, ModelManifest model, Consumer<ImageBatch> batches) {
        readPlaced(selection, model, placed -> batches.accept(placed.batch()));
    }

    /** With the records in which the batches lie. */
    public void readPlaced(DataSelection selection, ModelManifest model,
            Consumer<SelectedBatch<ImageBatch>> batches) {
        try (SelectionReader reader = open(model)) {
            check(selection, reader.read(selection, batches));
        }
    }

    /**
     * Labelled batches alone, with the records in which they lie.
     *
     * @return images handed on
     */
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
        report.skipped().forEach(record -> LOG.warn("Left out of the {} images of line {}: {}",
                selection.split().id(), selection.line(), record));
        return report.requireImages(selection);
    }
}
