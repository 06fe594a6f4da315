package io.crossline.evaluation.line;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.scoring.LineAims;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.monitoring.metrics.Costs;

/** What people told of the lines is what they set. */
@ApplicationScoped
public class ConfiguredAims implements ToldAims {

    private final ConfiguredLines lines;

    ConfiguredAims(ConfiguredLines lines) {
        this.lines = lines;
    }

    @Override
    public LineAims of(String line) {
        return lines.settings(line).map(
                set -> new LineAims(set.goodClass(), new Costs(set.escapeCost(), set.overkillCost()),
                        set.expectedMix(), set.maxEscapes()))
                .orElse(LineAims.NONE);
    }
}
