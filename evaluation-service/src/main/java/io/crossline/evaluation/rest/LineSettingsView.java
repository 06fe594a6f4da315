package io.crossline.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.LineConfigured;

/**
 * What people set for a line.
 *
 * @param expectedMix such as {@code good>=0.9}, or null where nobody said so
 * @param goodClass the class of parts without a defect, or null where nobody said so
 * @param escapeCost of a defect that is called good
 * @param overkillCost of a good part that is called a defect
 * @param maxEscapes largest share of the defects that may be called good, 0 to 1, or null for no limit
 * @param by who set it so last; null where nobody did
 * @param classNames what the settings may name; null where no classifier of the line is known
 */
public record LineSettingsView(String line, ExpectedMix expectedMix, String goodClass, double escapeCost,
        double overkillCost, Double maxEscapes, String by, String reason, Instant at, List<String> classNames) {

    static LineSettingsView of(String line, Optional<LineConfigured> set, List<String> classNames) {
        return set.map(now -> new LineSettingsView(line, now.expectedMix(), now.goodClass(), now.escapeCost(),
                now.overkillCost(), now.maxEscapes(), now.by(), now.reason(), now.at(), classNames))
                .orElseGet(() -> new LineSettingsView(line, null, null, LineConfigured.DEFAULT_COST,
                        LineConfigured.DEFAULT_COST, null, null, null, null, classNames));
    }
}
