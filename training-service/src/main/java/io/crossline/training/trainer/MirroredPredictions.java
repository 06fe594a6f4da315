package io.crossline.training.trainer;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.inference.Predictions;

/** Class probabilities of images, as the mean over each image and its mirror images. */
public final class MirroredPredictions {

    private MirroredPredictions() {}

    /**
     * @param networks stay open and unchanged
     * @param mirrored false for the images as they are alone
     * @return {@code [N][K]}, rows sum to 1
     */
    public static float[][] probabilities(ClassifierNetworks networks, UnlabelledImages images, boolean mirrored) {
        float[][] mean = NetworkPredictions.of(networks, images).probabilities();
        if (!mirrored) {
            return mean;
        }
        add(mean, NetworkPredictions.of(networks, mirrored(images, true, false)));
        add(mean, NetworkPredictions.of(networks, mirrored(images, false, true)));
        add(mean, NetworkPredictions.of(networks, mirrored(images, true, true)));
        for (float[] row : mean) {
            for (int k = 0; k < row.length; k++) {
                row[k] /= 4;
            }
        }
        return mean;
    }

    private static void add(float[][] sum, Predictions more) {
        for (int i = 0; i < sum.length; i++) {
            for (int k = 0; k < sum[i].length; k++) {
                sum[i][k] += more.probabilities()[i][k];
            }
        }
    }

    private static UnlabelledImages mirrored(UnlabelledImages images, boolean sideways, boolean upright) {
        ImageShape shape = images.shape();
        UnlabelledImages mirrored = new UnlabelledImages(shape);
        for (int i = 0; i < images.count(); i++) {
            mirrored.add(RandomMirror.mirrored(images.image(i), shape, sideways, upright));
        }
        return mirrored;
    }
}
