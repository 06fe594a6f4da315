package io.crossline.evaluation.line;

import io.crossline.contracts.LineConfigured;

/** Is told of every change of a line's settings once the database has it. */
@FunctionalInterface
public interface LineListener {

    void configured(LineConfigured event);
}
