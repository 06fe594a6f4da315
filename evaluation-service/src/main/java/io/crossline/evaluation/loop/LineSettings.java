package io.crossline.evaluation.loop;

import jakarta.enterprise.context.ApplicationScoped;

/** How the loop treats a line: as a person set it, else as the configuration says. */
@ApplicationScoped
public class LineSettings {

    private final LineLoops loops;
    private final LoopConfig config;

    LineSettings(LineLoops loops, LoopConfig config) {
        this.loops = loops;
        this.config = config;
    }

    public LoopSettings of(String line) {
        return loops.settings(line).orElseGet(() -> LoopSettings.of(config));
    }
}
