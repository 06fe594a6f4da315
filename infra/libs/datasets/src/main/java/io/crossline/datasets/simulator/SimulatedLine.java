package io.crossline.datasets.simulator;

import java.util.Arrays;
import java.util.List;

import io.crossline.contracts.InvalidFieldException;

/** The lines that a user can name. */
public enum SimulatedLine {

    CLEAN("clean", "A new line: even light, sharp camera, dark belt, true parts", Drift.none(Profiles.CLEAN)),

    WORN("worn", "The same line years later: softer, noisier camera, darker tones, grey belt, worn tools",
            Drift.none(Profiles.WORN)),

    DIM("dim", "An under-lit line: dark, flat, noisy pictures", Drift.none(Profiles.DIM)),

    TILTED("tilted", "A camera mounted askew: parts turned, smaller and off centre", Drift.none(Profiles.TILTED)),

    GLARE("glare", "A bright lamp close by: steep light, hard contrast, pale belt", Drift.none(Profiles.GLARE)),

    AGING("aging", "Starts as clean and becomes worn over 5000 images",
            new Drift(Profiles.CLEAN, Profiles.WORN, Drift.Kind.LINEAR, 5000)),

    RELAMPED("relamped", "Runs as clean until the lamp is changed after 2500 images, then as glare",
            new Drift(Profiles.CLEAN, Profiles.GLARE, Drift.Kind.SUDDEN, 2500));

    private final String lineName;
    private final String description;
    private final Drift drift;

    SimulatedLine(String lineName, String description, Drift drift) {
        this.lineName = lineName;
        this.description = description;
        this.drift = drift;
    }

    public String lineName() {
        return lineName;
    }

    public String description() {
        return description;
    }

    public Drift drift() {
        return drift;
    }

    public static List<String> lineNames() {
        return Arrays.stream(values()).map(SimulatedLine::lineName).toList();
    }

    /**
     * @param field for the message: what is to name a line
     * @throws InvalidFieldException if no line has this name; lists those that are
     */
    static SimulatedLine named(String field, String name) {
        return Arrays.stream(values()).filter(line -> line.lineName.equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new InvalidFieldException(field,
                        "is '" + name + "', expected one of " + String.join(", ", lineNames())));
    }
}
