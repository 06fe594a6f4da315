package io.crossline.datasets;

import java.nio.file.Path;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.Split;

/**
 * A picture of a data set, before it is decoded.
 *
 * @param item by which it is named where it is rejected
 * @param className in composed form (NFC), or null where it is not known
 * @param part that it shows, {@link ImagePart#UNNAMED} where nothing is known of it
 */
record ListedPicture(String item, Path file, Split split, String className, ImagePart part) {}
