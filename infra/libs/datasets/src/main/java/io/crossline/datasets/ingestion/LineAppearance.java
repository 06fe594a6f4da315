package io.crossline.datasets.ingestion;

import java.util.List;

import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.PictureSettings;

/**
 * What a line is registered with.
 *
 * @param shape of its images
 * @param classNames all that labels may name, in composed form (NFC); empty as long as nothing is labelled
 * @param pictures how its images are made of picture files, or null where no file was ever read
 */
public record LineAppearance(ImageShape shape, List<String> classNames, PictureSettings pictures) {

    public LineAppearance {
        classNames = ClassNames.normal(classNames);
    }

    /** Whether a line is registered with the same. */
    public boolean isThatOf(LineRegistered registered) {
        return registered.shape().equals(shape) && registered.classNames().equals(classNames)
                && (pictures == null || registered.pictureSettings().equals(pictures));
    }
}
