package io.crossline.datasets;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Split;
import io.crossline.datasets.simulator.DefectClass;
import io.crossline.datasets.simulator.LineSimulator;
import io.crossline.datasets.simulator.SimulatedImage;
import io.crossline.datasets.simulator.SimulatorSpec;

/** A simulated line, drawn straight in the asked shape; several images at a time on all cores, handed over in order. */
final class SimulatedDataset implements Dataset {

    private static final ImageShape NATURAL = new ImageShape(1, 28, 28);
    /** Of images drawn at once, by all cores: so many that waiting for the last of them costs little. */
    private static final int CHUNK_BYTES = 1 << 19;
    private static final int MIN_CHUNK = 64;

    private final SimulatorSpec spec;
    private final long seed;

    SimulatedDataset(SimulatorSpec spec, long seed) {
        this.spec = spec;
        this.seed = seed;
    }

    @Override
    public ImageShape naturalShape() {
        return NATURAL;
    }

    @Override
    public List<String> classNames() {
        return DefectClass.classNames();
    }

    @Override
    public List<Split> splits() {
        return Stream.of(Split.values()).filter(split -> spec.count(split) > 0).toList();
    }

    @Override
    public OptionalLong count(Split split) {
        return OptionalLong.of(spec.count(split));
    }

    /** Hash of one image, so that a simulator that draws otherwise gives another data set. */
    @Override
    public String fingerprint() {
        return Sha256.hex(spec.open(Split.TRAIN, NATURAL, seed).image(0).pixels());
    }

    @Override
    public void read(Split split, ImageShape shape, PictureSettings pictures, SampleSink sink) {
        LineSimulator simulator = spec.open(split, shape, seed);
        int count = spec.count(split);
        int chunk = Math.max(MIN_CHUNK, CHUNK_BYTES / shape.bytes());
        for (int from = 0; from < count; from += chunk) {
            List<SimulatedImage> images = IntStream.range(from, Math.min(count, from + chunk)).parallel()
                    .mapToObj(simulator::image).toList();
            for (SimulatedImage image : images) {
                if (!sink.wantsMore()) {
                    return;
                }
                sink.accept(image.pixels(), image.label());
            }
        }
    }
}
