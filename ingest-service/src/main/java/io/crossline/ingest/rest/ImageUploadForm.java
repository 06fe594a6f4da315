package io.crossline.ingest.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;
import io.crossline.datasets.CaptureTime;
import io.crossline.ingest.capture.CaptureClock;
import io.crossline.ingest.capture.CaptureTarget;
import io.crossline.ingest.capture.NewImage;

/** Parts of {@code POST /lines/{line}/images}. */
public class ImageUploadForm {

    private static final String DATASET = "uploads";

    @RestForm("image")
    @Schema(description = "Image files: PNG, JPEG, BMP or TIFF")
    List<FileUpload> image;

    @RestForm
    @Schema(description = "Class of all images, or one for each image in order; without it, the images are unlabelled")
    List<String> label;

    @RestForm
    @Schema(description = "How the plant names each part, at most 200 characters: one for each image in order, empty where it has none")
    List<String> partId;

    @RestForm
    @Schema(description = "When each image was captured, such as 2026-01-02T03:04:05.678Z: one for each image in order; without it, now. The same images with the same times are recognised as sent again")
    List<String> capturedAt;

    @RestForm
    @Schema(description = "train (default), calibration or test")
    String split;

    @RestForm
    @Schema(description = "HEIGHTxWIDTHxCHANNELS such as 28x28x1; without it, the line's")
    String shape;

    @RestForm
    @Schema(description = "All classes of the line, separated by commas; needed only with its first labels")
    String classNames;

    CaptureTarget target(String line) {
        return new CaptureTarget(line, DATASET, isGiven(split) ? Split.of(split) : Split.TRAIN,
                isGiven(shape) ? ImageShape.parse(shape) : null, isGiven(classNames) ? split(classNames) : null);
    }

    /** @param clock gives the time of each image that comes without one */
    List<NewImage> images(CaptureClock clock) {
        if (image == null || image.isEmpty()) {
            throw new InvalidFieldException("image", "must not be missing: expected at least one image file");
        }
        List<String> labels = label == null ? List.of() : label.stream().filter(ImageUploadForm::isGiven).toList();
        if (labels.size() > 1 && labels.size() != image.size()) {
            throw new InvalidFieldException("label", "comes " + labels.size()
                    + " times, expected once for all or once for each of the " + image.size() + " images");
        }
        requireOneEach("partId", partId);
        requireOneEach("capturedAt", capturedAt);
        List<NewImage> images = new ArrayList<>();
        for (int i = 0; i < image.size(); i++) {
            String className = labels.isEmpty() ? null : labels.get(labels.size() == 1 ? 0 : i);
            Instant captured = capturedAt(i);
            String id = partId(i);
            images.add(new NewImage(image.get(i).fileName(), image.get(i).uploadedFile(), className, id,
                    captured == null ? clock.next() : captured));
        }
        return images;
    }

    private void requireOneEach(String field, List<String> values) {
        if (values != null && !values.isEmpty() && values.size() != image.size()) {
            throw new InvalidFieldException(field,
                    "comes " + values.size() + " times, expected once for each of the " + image.size() + " images");
        }
    }

    private String partId(int index) {
        String id = value(partId, index);
        return id == null ? null : new ImagePart(id, null, null).partId();
    }

    private Instant capturedAt(int index) {
        String text = value(capturedAt, index);
        return text == null ? null : CaptureTime.parse(text);
    }

    /** Null where nothing is given for the image. */
    private static String value(List<String> values, int index) {
        return values == null || values.isEmpty() || !isGiven(values.get(index)) ? null : values.get(index);
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split(",")).map(String::trim).filter(ImageUploadForm::isGiven).toList();
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}
