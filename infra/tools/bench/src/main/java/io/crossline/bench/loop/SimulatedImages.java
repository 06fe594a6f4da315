package io.crossline.bench.loop;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;

import io.crossline.bench.accuracy.TestImages;
import io.crossline.contracts.ImageShape;
import io.crossline.datasets.simulator.ClassMix;
import io.crossline.datasets.simulator.Drift;
import io.crossline.datasets.simulator.LineProfile;
import io.crossline.datasets.simulator.LineSimulator;
import io.crossline.datasets.simulator.SimulatedImage;

/** Images of a simulated line in the order in which it takes them. */
record SimulatedImages(LineSimulator simulator) {

    static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    static SimulatedImages of(LineProfile profile, ClassMix mix, long seed) {
        return new SimulatedImages(new LineSimulator(Drift.none(profile), mix, SHAPE, seed, 0));
    }

    /** @param first index of the first image */
    TestImages take(int first, int count) {
        List<SimulatedImage> images = IntStream.range(first, first + count).mapToObj(simulator::image).toList();
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        images.forEach(image -> pixels.writeBytes(image.pixels()));
        return new TestImages(pixels.toByteArray(), images.stream().mapToInt(SimulatedImage::label).toArray());
    }
}
