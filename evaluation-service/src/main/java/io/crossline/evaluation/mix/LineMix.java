package io.crossline.evaluation.mix;

import java.util.List;

import io.crossline.contracts.ExpectedMix;

/**
 * A line's mix of classes: what people told, and what the newest images say.
 *
 * @param modelVersion the model that was asked, or null where none serves the line
 * @param images how many of the newest were looked at
 * @param told by people, or null
 * @param classes in the order of the model's; empty where nothing can be estimated
 * @param agreed whether two ways of estimating say the same; null where nothing can be estimated
 * @param conflict whether what was told is outside of what the images say by more than a point
 * @param summary for people
 */
public record LineMix(String line, String modelVersion, int images, ExpectedMix told, List<ClassShare> classes,
        Boolean agreed, boolean conflict, String summary) {

    /**
     * How frequent a class is among the images.
     *
     * @param share 0 to 1
     * @param least lower end of the 95 % interval
     * @param most its upper end
     * @param within the most likely share within what was told; null where nothing was
     */
    public record ClassShare(String className, double share, double least, double most, Double within) {}

    /** @param why nothing can be estimated, without a full stop */
    static LineMix unknown(String line, String modelVersion, ExpectedMix told, String why) {
        return new LineMix(line, modelVersion, 0, told, List.of(), null, false,
                "The mix cannot be estimated: " + why + ".");
    }
}
