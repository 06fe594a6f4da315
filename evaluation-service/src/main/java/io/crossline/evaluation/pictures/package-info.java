/**
 * Images as people see them: PNGs of single images and contact sheets of a line's images then, when its model was trained, and now.
 * Uses {@code serving} for the model and {@code scoring} for the images; {@code rest} hands the pictures out.
 */
package io.crossline.evaluation.pictures;
