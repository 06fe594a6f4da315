package io.crossline.evaluation.scoring;

/** Where it comes from what people told of a line. */
@FunctionalInterface
public interface ToldAims {

    /** {@link LineAims#NONE} for a line of which nobody told anything. */
    LineAims of(String line);
}
