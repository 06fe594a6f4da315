package io.crossline.evaluation.labels;

/**
 * An image that was drawn at random and labelled by a person.
 *
 * @param predictedClass what the model said of it when it was drawn
 * @param actualClass what the person says
 */
public record AuditedPart(String predictedClass, String actualClass) {

    boolean right() {
        return predictedClass.equals(actualClass);
    }
}
