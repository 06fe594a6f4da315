package io.crossline.evaluation.rest;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.crossline.contracts.ClassComparison;
import io.crossline.contracts.LineRegistered;
import io.crossline.evaluation.loop.Cycle;

/**
 * A cycle that a person has just opened; in JSON, the cycle's fields stand beside {@code classes}.
 *
 * @param classes of the job beside those that the line is registered with; null where the line has no labels
 */
public record OpenedCycle(@JsonUnwrapped Cycle cycle, ClassComparison classes) {

    static OpenedCycle of(Cycle cycle, Optional<LineRegistered> line) {
        return new OpenedCycle(cycle, line.map(LineRegistered::classNames).filter(names -> !names.isEmpty())
                .map(names -> ClassComparison.of(cycle.job().classNames(), names)).orElse(null));
    }
}
