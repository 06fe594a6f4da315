package io.crossline.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What people set for a line, as it is from now on.
 *
 * @param expectedMix how often each class occurs on the line, or null where nobody said so
 * @param goodClass the class of parts without a defect, or null where nobody said so: then {@link GoodClass} knows it by its name,
 *        or not; every other class is a defect
 * @param escapeCost what a defect that is called good costs, positive; it counts only beside {@code overkillCost}
 * @param overkillCost what a good part that is called a defect costs, positive
 * @param maxEscapes largest share of the defects that may be called good, 0 to 1; null for no such limit
 * @param turns whether a part that is mirrored or turned is still of its class, so that training may mirror and turn images; true where
 *        nobody said so
 * @param backbone SHA-256, in hex, of the ONNX file on whose features the line's models stand, or null where nobody said so
 * @param checksOff checks of the camera's frames that the line does without; none where nobody said so
 * @param by who set it so
 * @param reason one sentence for people
 */
public record LineConfigured(String line, ExpectedMix expectedMix, String goodClass, double escapeCost,
        double overkillCost, Double maxEscapes, Boolean turns, String backbone, Set<FrameCheck> checksOff,
        String by, String reason, Instant at) {

    /** Cost of an escape and of overkill where nobody set them: every confusion of good and defect costs the same. */
    public static final double DEFAULT_COST = 1;

    public LineConfigured {
        BatchOrigin.requireLineName(line);
        goodClass = ClassNames.normal(goodClass);
        Require.that(goodClass == null || !goodClass.isBlank(), "goodClass", "must not be empty");
        requireCost("escapeCost", escapeCost);
        requireCost("overkillCost", overkillCost);
        Require.that(maxEscapes == null || maxEscapes >= 0 && maxEscapes <= 1, "maxEscapes",
                "is " + maxEscapes + ", expected a share from 0 to 1");
        // settings from before there was a choice
        turns = turns == null || turns;
        if (backbone != null) {
            BackboneFile.requireSha256("backbone", backbone);
        }
        // in the order of the checks, and none in settings from before there were such checks
        checksOff = FrameChecks.ordered(checksOff == null ? Set.of() : checksOff);
        Require.text("by", by);
        Require.text("reason", reason);
        Require.present("at", at);
    }

    /** Settings that switch no check of frames off. */
    public LineConfigured(String line, ExpectedMix expectedMix, String goodClass, double escapeCost,
            double overkillCost, Double maxEscapes, Boolean turns, String backbone, String by, String reason,
            Instant at) {
        this(line, expectedMix, goodClass, escapeCost, overkillCost, maxEscapes, turns, backbone, Set.of(), by, reason,
                at);
    }

    /** @throws InvalidFieldException if the settings name a class that is not among the line's */
    public void requireClasses(List<String> classNames) {
        if (expectedMix != null) {
            expectedMix.of(classNames);
        }
        GoodClass.of(classNames, goodClass);
    }

    private static void requireCost(String field, double cost) {
        Require.that(cost > 0 && cost < Double.POSITIVE_INFINITY, field, "is " + cost + ", expected more than 0");
    }
}
