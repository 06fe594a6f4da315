package io.crossline.evaluation.line;

import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LineConfigured;

/** Changes what people set for a line. */
@ApplicationScoped
public class LineConfigurator {

    private static final Logger LOG = Logger.getLogger(LineConfigurator.class);

    private final ConfiguredLines lines;
    private final LineClasses classes;

    LineConfigurator(ConfiguredLines lines, LineClasses classes) {
        this.lines = lines;
        this.classes = classes;
    }

    /**
     * Changes the settings and publishes them; present ones are only published again.
     *
     * @param to makes the settings from the present ones, which are empty for the first
     * @return the settings as they are now
     * @throws InvalidFieldException if they name a class that the line does not have; nothing is changed then
     */
    public LineConfigured change(String line, Function<Optional<LineConfigured>, LineConfigured> to) {
        LineConfigured now = lines.change(line, to.andThen(this::checked));
        LOG.infof("Line %s has the settings %s", line, now);
        return now;
    }

    private LineConfigured checked(LineConfigured settings) {
        classes.of(settings.line()).ifPresent(settings::requireClasses);
        return settings;
    }
}
