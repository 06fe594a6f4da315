package io.crossline.evaluation.scoring;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.GoodClass;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.monitoring.metrics.AnswerCosts;
import io.crossline.monitoring.metrics.Costs;

/**
 * What people told of a line.
 *
 * @param goodClass name of the class of parts without a defect, or null
 * @param costs of both errors; {@link Costs#EVEN} where nobody told them
 * @param expectedMix how often each class occurs, or null
 * @param maxEscapes largest share of the defects that may be called good, 0 to 1; null for no limit

 */
public record LineAims(String goodClass, Costs costs, ExpectedMix expectedMix, Double maxEscapes) {

    /** Nothing was told. */
    public static final LineAims NONE = new LineAims(null, Costs.EVEN, null, null);

    /** Index of the good class; a told one that a model does not know counts as not told. */
    public OptionalInt goodIndex(List<String> classNames) {
        boolean known = goodClass != null && classNames.contains(goodClass);
        return GoodClass.of(classNames, known ? goodClass : null);
    }

    /** What answers cost; empty where nobody told costs, or no class is the good one. */
    public Optional<AnswerCosts> answerCosts(List<String> classNames) {
        OptionalInt good = goodIndex(classNames);
        return good.isEmpty() || costs.equals(Costs.EVEN)
                ? Optional.empty()
                : Optional.of(new AnswerCosts(costs, good.getAsInt()));
    }

    /**
     * One mix within the bounds of the expected one.
     *
     * @param mix may be null
     * @return a share for each class; null where there is no mix, or it does not fit these classes
     */
    public static double[] shares(ExpectedMix mix, List<String> classNames) {
        try {
            return mix == null ? null : mix.centre(classNames);
        } catch (InvalidFieldException e) {
            return null; // told for classes that the model does not know
        }
    }
}
