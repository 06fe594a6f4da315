package io.crossline.adaptation.trainer;

import java.util.Optional;

/**
 * All that an adapting method may know of a target line.
 *
 * @param images without labels
 * @param given the few that people labelled; none as a rule
 * @param mix of the classes; empty where nobody has told it
 */
public record AdaptationTarget(UnlabelledImages images, LabelledImages given, Optional<ClassMix> mix) {

    /** Images alone, for a source line of these classes. */
    public static AdaptationTarget of(UnlabelledImages images, LabelledImages source) {
        return new AdaptationTarget(images, source.none(), Optional.empty());
    }
}
