package io.crossline.datasets;

import java.nio.file.Path;
import java.util.List;

import io.crossline.contracts.ImagePart;

/**
 * What was made of one picture: of a file, or of one of its pages.
 *
 * @param camera size of what the line looks at, upright
 * @param page from 0
 * @param images uint8 {@code [H, W, C]} of the line's shape: one, or its tiles row by row
 */
public record MadePicture(Dimensions camera, int page, List<byte[]> images, List<PictureNote> notes) {

    void handOver(Path file, int label, ImagePart whole, SampleSink sink) {
        sink.made(file, this);
        for (int image = 0; image < images.size(); image++) {
            sink.accept(images.get(image), label, part(whole, image));
        }
    }

    /** The part that one of the images shows. */
    public ImagePart part(ImagePart whole, int image) {
        return images.size() == 1 ? whole : whole.tile(image, images.size());
    }
}
