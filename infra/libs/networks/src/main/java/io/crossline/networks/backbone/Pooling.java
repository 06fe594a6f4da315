package io.crossline.networks.backbone;

/** How an output with several places, a map or tokens, becomes one vector. */
public enum Pooling {
    /** The output is one vector already. */
    NONE,
    /** Mean over the places. */
    MEAN,
    /** Maximum over the places. */
    MAX,
    /** The first token: a vision transformer's class token. */
    FIRST;

    /**
     * @param output all values of one image
     * @param length of the vector at each place
     * @param isPlaceFirst whether the values of a place lie side by side, {@code [places, length]}, and not {@code [length, places]}
     * @return {@code [length]}
     */
    float[] apply(float[] output, int length, boolean isPlaceFirst) {
        int places = output.length / length;
        float[] vector = new float[length];
        for (int feature = 0; feature < length; feature++) {
            double sum = 0;
            float maximum = Float.NEGATIVE_INFINITY;
            for (int place = 0; place < places; place++) {
                float value = output[isPlaceFirst ? place * length + feature : feature * places + place];
                sum += value;
                maximum = Math.max(maximum, value);
            }
            vector[feature] = switch (this) {
                case MEAN -> (float) (sum / places);
                case MAX -> maximum;
                case NONE, FIRST -> output[isPlaceFirst ? feature : feature * places];
            };
        }
        return vector;
    }
}
