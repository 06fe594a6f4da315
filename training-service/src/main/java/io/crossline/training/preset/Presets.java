package io.crossline.training.preset;

import static io.crossline.training.preset.Schedule.Line.SOURCE;
import static io.crossline.training.preset.Schedule.Line.TARGET;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.crossline.training.coral.CoralHyperparameters;
import io.crossline.training.cyclegan.CycleGanHyperparameters;
import io.crossline.training.dann.DannHyperparameters;
import io.crossline.training.source.FineTuneHyperparameters;
import io.crossline.training.source.SourceHyperparameters;

/** The presets that a request may name. */
public record Presets(List<Preset> all) {

    public static final String DEFAULT = "quick";

    /** The KAIST domain-adaptation notebook's hyperparameters, to the letter. */
    private static final Preset SEED = new Preset("seed",
            "The seed notebook's networks, learning rates and epochs; hours on a CPU",
            new MethodPreset<>(SourceHyperparameters.SEED, Schedule.passes(3, SOURCE), SOURCE),
            new MethodPreset<>(CycleGanHyperparameters.SEED, Schedule.passes(30, TARGET), TARGET),
            new MethodPreset<>(FineTuneHyperparameters.SEED, Schedule.passes(20, SOURCE), SOURCE),
            new MethodPreset<>(DannHyperparameters.SEED, Schedule.passes(50, TARGET), TARGET),
            new MethodPreset<>(CoralHyperparameters.SEED, Schedule.passes(100, TARGET), TARGET));

    /**
     * The same methods within minutes. Passes are counted over the source line, so that a small pair (5,000 images a line) trains
     * shorter than a large one (60,000); the bounds keep both useful.
     */
    private static final Preset QUICK = new Preset("quick",
            "The same methods in minutes on two cores: fewer steps, narrower generators",
            new MethodPreset<>(SourceHyperparameters.SEED, new Schedule(8, SOURCE, 150, 1400), SOURCE),
            new MethodPreset<>(new CycleGanHyperparameters(1, 32, 0, 2e-4, 0.5, 10, 3, 24, 24),
                    new Schedule(1, SOURCE, 120, 650), TARGET),
            new MethodPreset<>(new FineTuneHyperparameters(1, 128, 0, 1e-4), new Schedule(3, SOURCE, 60, 470), SOURCE),
            new MethodPreset<>(new DannHyperparameters(1, 128, 0, 1e-4, 2e-4, 3e-3, 0.1, 0.1),
                    new Schedule(7, SOURCE, 150, 800), TARGET),
            new MethodPreset<>(new CoralHyperparameters(1, 128, 0, 1e-4, 2e-4, 500),
                    new Schedule(7, SOURCE, 150, 800), TARGET));

    public Presets {
        all = List.copyOf(all);
    }

    public static Presets standard() {
        return new Presets(List.of(QUICK, SEED));
    }

    public Optional<Preset> find(String name) {
        return all.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /** All names, as an error message lists them. */
    public String names() {
        return all.stream().map(Preset::name).collect(Collectors.joining(", "));
    }
}
