package io.crossline.ingest.rest;

import java.time.Instant;
import java.util.List;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.datasets.ingestion.ShownPicture;

/**
 * One of the newest pictures of a line.
 *
 * @param fileName of the picture, or null
 * @param takenAt when the service read it
 * @param height with {@code width} what the line looks at, in camera pixels
 * @param pictures how the images were made
 * @param shape of the images
 * @param images how many were made: 1, or the number of tiles
 * @param notes what its sender should know
 * @param sent where the camera's picture is, as a smaller JPEG
 * @param seen where the images are as PNG
 */
record PictureView(String id, String fileName, String partId, Instant capturedAt, Instant takenAt, int height,
        int width,
        PictureSettings pictures, ImageShape shape, int images, List<String> notes, String sent, String seen) {

    static PictureView of(String line, ShownPicture picture) {
        String here = "/lines/" + line + "/pictures/" + picture.id();
        return new PictureView(picture.id(), picture.part().fileName(), picture.part().partId(),
                picture.part().capturedAt(), picture.takenAt(), picture.camera().height(), picture.camera().width(),
                picture.settings(), picture.shape(), picture.images(), picture.notes(), here + "/sent",
                here + "/seen");
    }
}
