package io.crossline.evaluation.serving;

import io.crossline.contracts.ModelPromoted;

/** Is told of every promotion once the database has it. */
@FunctionalInterface
public interface PromotionListener {

    void promoted(ModelPromoted event);
}
