package io.crossline.evaluation.line;

import java.util.Optional;
import java.util.function.Function;

import io.crossline.contracts.LineConfigured;

/** What people set for each line, as the database remembers it. Every change comes with its audit entry. */
public interface ConfiguredLines {

    /** Empty where nobody has set anything. */
    Optional<LineConfigured> settings(String line);

    /**
     * Changes a line's settings, one change at a time. Where all values are the present ones, nothing is added.
     *
     * @param to makes the settings from the present ones, which are empty for the first
     * @return the settings as they are now
     */
    LineConfigured change(String line, Function<Optional<LineConfigured>, LineConfigured> to);
}
