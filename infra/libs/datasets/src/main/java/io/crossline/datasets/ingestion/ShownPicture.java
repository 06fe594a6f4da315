package io.crossline.datasets.ingestion;

import java.time.Instant;
import java.util.List;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.datasets.Dimensions;

/**
 * One of the newest pictures of a line, as its camera sent it and as the model sees it.
 *
 * @param id among those that this service has
 * @param part what is known of the part that it shows
 * @param takenAt when the service read it
 * @param camera size of what the line looks at
 * @param settings how the images were made
 * @param shape of the images
 * @param images how many were made: 1, or the number of tiles
 * @param notes what its sender should know
 * @param sent JPEG, smaller than the camera's
 * @param seen PNG; tiles stand as they lie, with a gap between them
 */
public record ShownPicture(String id, ImagePart part, Instant takenAt, Dimensions camera, PictureSettings settings,
        ImageShape shape, int images, List<String> notes, byte[] sent, byte[] seen) {

    int bytes() {
        return sent.length + seen.length;
    }
}
