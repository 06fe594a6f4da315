package io.crossline.bench.loop;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.preset.Presets;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.bench.accuracy.Changes;
import io.crossline.bench.accuracy.LinePair;
import io.crossline.bench.accuracy.MethodTrainings;
import io.crossline.bench.accuracy.TestImages;
import io.crossline.contracts.Method;
import io.crossline.datasets.simulator.ClassMix;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.inference.Classifier;

/**
 * The models of one simulated run: a source classifier of the clean line, and one that the mean teacher adapted to a stretch of
 * the line on its way to worn. Closing it frees both.
 *
 * @param stretch what the adapted model learnt of the line, in the line's order
 */
record TrainedLine(LinePair pair, TestImages stretch, Classifier source, Classifier adapted) implements AutoCloseable {

    /** How far the line is on its way to worn in the stretch. */
    static final double STRETCH_AT = 0.3;
    private static final int STRETCH_IMAGES = 2000;
    /** Apart from all seeds of windows. */
    private static final long STRETCH_SEED = 1_000_003;

    /** @param keep folder for finished and interrupted trainings, or null */
    static TrainedLine train(long seed, Path keep, Consumer<String> progress) {
        LinePair clean = LinePair.load("sim:clean", "sim:clean?images=1", SimulatedImages.SHAPE, null, seed);
        TestImages stretch = SimulatedImages.of(WindowKinds.wornAt(STRETCH_AT), ClassMix.BALANCED, STRETCH_SEED + seed)
                .take(0,
                        STRETCH_IMAGES);
        LinePair pair = new LinePair(clean.classNames(), clean.classes(), clean.source(), clean.sourceTest(),
                new UnlabelledImages(SimulatedImages.SHAPE).add(stretch.pixels()), Optional.empty(), stretch);
        Preset preset = Presets.standard().find(Presets.DEFAULT).orElseThrow();
        MethodTrainings trainings = new MethodTrainings(pair,
                "sim:clean, worn at " + STRETCH_AT + " " + STRETCH_IMAGES + " " + SimulatedImages.SHAPE, preset,
                Changes.parse(List.of()), seed, keep, progress);
        ClassifierNetworks source = trainings.source().networks();
        ClassifierNetworks adapted = trainings.adapted(Method.TEACHER, source).networks();
        return new TrainedLine(pair, stretch, new Classifier(source), new Classifier(adapted));
    }

    /** Both models with what they serve: the source model the clean line, the adapted one the line of its stretch. */
    List<ServedModel> served() {
        return List.of(new ServedModel("source", 0, source, sourceImages()),
                new ServedModel("adapted", STRETCH_AT, adapted, stretch));
    }

    private TestImages sourceImages() {
        LabelledImages images = pair.source();
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        int[] labels = new int[images.count()];
        for (int i = 0; i < labels.length; i++) {
            pixels.writeBytes(images.withoutLabels().image(i));
            labels[i] = images.label(i);
        }
        return new TestImages(pixels.toByteArray(), labels);
    }

    @Override
    public void close() {
        source.close();
        adapted.close();
    }
}
