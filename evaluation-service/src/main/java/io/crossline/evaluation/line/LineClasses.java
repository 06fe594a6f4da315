package io.crossline.evaluation.line;

import java.util.List;
import java.util.Optional;

/** What is known of the classes of a line. */
@FunctionalInterface
public interface LineClasses {

    /** Names of the classes in the order of their indices, then those of kinds that people named and no model has learnt; empty where no classifier of the line was evaluated. */
    Optional<List<String>> of(String line);
}
