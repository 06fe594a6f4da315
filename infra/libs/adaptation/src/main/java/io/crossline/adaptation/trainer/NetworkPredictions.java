package io.crossline.adaptation.trainer;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/** What a classifier says of all images of a set. */
public final class NetworkPredictions {

    private static final int PART = 4096;

    private NetworkPredictions() {}

    /** @param networks stay open and unchanged */
    public static Predictions of(ClassifierNetworks networks, UnlabelledImages images) {
        int count = images.count();
        Predictions all = new Predictions(new float[count][], new float[count][], new float[count][]);
        try (Classifier classifier = new Classifier(networks.copy())) {
            for (int from = 0; from < count; from += PART) {
                int length = Math.min(PART, count - from);
                Predictions part = classifier.predict(images.pixels(from, length));
                System.arraycopy(part.logits(), 0, all.logits(), from, length);
                System.arraycopy(part.probabilities(), 0, all.probabilities(), from, length);
                System.arraycopy(part.features(), 0, all.features(), from, length);
            }
        }
        return all;
    }
}
