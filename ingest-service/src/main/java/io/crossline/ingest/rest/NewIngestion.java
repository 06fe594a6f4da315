package io.crossline.ingest.rest;

import jakarta.validation.constraints.NotBlank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.datasets.ingestion.IngestionRequest;
import io.crossline.datasets.ingestion.LabelPolicy;

/** Body of {@code POST /ingestions}. */
@Schema(name = "NewIngestion")
record NewIngestion(
        @Schema(description = "Line that the images belong to: letters, digits, '.', '_' and '-'", examples = "line-a") @NotBlank String line,
        @Schema(description = "Data set, see GET /specs", examples = "idx:/data/mnist") @NotBlank String spec,
        @Schema(description = "Shape in Kafka; without it, the data set's natural one") Shape shape,
        @Schema(description = "all: every split keeps its labels; test-only: train images go out unlabelled, as of a target line", enumeration = {
                "all", "test-only"}, defaultValue = "all") String labels,
        @Schema(description = "Decides what the data set leaves open", defaultValue = "0") Long seed,
        @Schema(description = "Most images of each split; without it, all") Long limit,
        @Schema(description = "Most images of a batch", defaultValue = "128") Integer batchSize,
        @Schema(description = "Registers the line with this data set's shape and classes, whatever it was registered with before", defaultValue = "false") Boolean registerAnew){

    /** A shape as JSON gives it, not checked yet. */
    record Shape(Integer channels, Integer height, Integer width) {

        ImageShape toImageShape() {
            if (channels == null || height == null || width == null) {
                throw new InvalidFieldException("shape", "must have channels, height and width, such as 1, 28, 28");
            }
            try {
                return new ImageShape(channels, height, width);
            } catch (InvalidFieldException e) {
                throw new InvalidFieldException("shape", "is not allowed: " + e.getMessage(), e);
            }
        }
    }

    IngestionRequest toRequest() {
        return new IngestionRequest(line, spec, shape == null ? null : shape.toImageShape(),
                labels == null ? LabelPolicy.ALL : LabelPolicy.of(labels), seed == null ? 0 : seed, limit,
                batchSize == null ? IngestionRequest.DEFAULT_BATCH_SIZE : batchSize,
                registerAnew != null && registerAnew);
    }
}
