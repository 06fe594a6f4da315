package io.crossline.training.dataset;

/**
 * Labelled images to score with.
 *
 * @param pixels uint8, {@code [N, H, W, C]}
 * @param labels class indices, one an image
 */
public record LabelledSample(byte[] pixels, int[] labels) {

    public int count() {
        return labels.length;
    }
}
