package io.crossline.bench.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.crossline.bench.accuracy.TestImages;
import io.crossline.datasets.simulator.ClassMix;
import io.crossline.monitoring.drift.DriftDetector;
import io.crossline.monitoring.drift.DriftFinding;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.drift.OrderedSample;
import io.crossline.monitoring.drift.Reference;
import io.crossline.monitoring.drift.WindowTest;
import io.crossline.monitoring.estimate.Answer;
import io.crossline.monitoring.estimate.KnownLooks;
import io.crossline.networks.inference.Classifier;

/** Tries one model on windows of every kind. */
final class LineTrial {

    static final String TRAINED = "trained on";
    static final String HELD_OUT = "held out";
    /** As held out, of a line where 95 of 100 parts are good: the windows' mix is always another one. */
    static final String MOSTLY_GOOD = "mostly good";

    /** Seeds of held-out images and windows lie apart from those of trainings. */
    private static final long HELD_OUT_SEED = 2_000_003;
    private static final long WINDOW_SEED = 3_000_017;

    private final ServedModel served;
    private final Classifier partner;
    private final TestImages labelled;
    private final Plan plan;
    private final long seed;
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final WindowTest test = new WindowTest(Settings.FALSE_ALARM_RATE, Settings.PERMUTATIONS);

    /** @param labelled test images of the source line */
    LineTrial(ServedModel served, Classifier partner, TestImages labelled, Plan plan, long seed) {
        this.served = served;
        this.partner = partner;
        this.labelled = labelled;
        this.plan = plan;
        this.seed = seed;
        references.put(TRAINED, reference(served.trained()));
        references.put(HELD_OUT, reference(heldOut(ClassMix.BALANCED)));
        references.put(MOSTLY_GOOD, reference(heldOut(WindowKinds.MOSTLY_GOOD)));
    }

    private TestImages heldOut(ClassMix mix) {
        return SimulatedImages.of(WindowKinds.wornAt(served.trainedAt()), mix, HELD_OUT_SEED + seed).take(0,
                Settings.REFERENCE_IMAGES);
    }

    /** Drifts are looked for from the images that the service has; what the others are for is false alarms and frames. */
    private static boolean isCompared(String reference, WindowKind kind) {
        return reference.equals(TRAINED) || !kind.change()
                || reference.equals(MOSTLY_GOOD) && kind.group().equals(WindowKinds.FRAMES);
    }

    private Reference reference(TestImages images) {
        OrderedSample<Observation> sample = new OrderedSample<>(Settings.REFERENCE_IMAGES, Settings.STRETCH);
        served.observe(images).forEach(sample::add);
        return new Reference(sample.elements());
    }

    void run(Results results, Consumer<String> progress) {
        List<Answer> line = references.get(TRAINED).all().stream()
                .map(image -> new Answer(image.features(), image.predictedClass(), image.confidence(), null)).toList();
        KnownLooks looks = new KnownLooks(
                references.get(TRAINED).all().stream().map(Observation::statistics).toList(), List.of());
        Map<String, Estimator> estimators = plan.estimate()
                ? Estimators.prepare(served, partner, labelled, line, looks, seed)
                : Map.of();
        List<WindowKind> kinds = WindowKinds.of(served.trainedAt());
        for (int i = 0; i < kinds.size(); i++) {
            WindowKind kind = kinds.get(i);
            SimulatedImages drawn = SimulatedImages.of(kind.profile(), kind.mix(), WINDOW_SEED + 1000 * seed + i);
            double accuracy = run(kind, drawn, estimators, results);
            progress.accept("%s, %s: accuracy %.3f".formatted(served.name(), kind.name(), accuracy));
        }
    }

    /** @return the true accuracy */
    private double run(WindowKind kind, SimulatedImages drawn, Map<String, Estimator> estimators, Results results) {
        int windows = plan.windows(kind);
        double right = 0;
        List<List<Observation>> all = new ArrayList<>();
        for (int w = 0; w < windows; w++) {
            TestImages images = kind.frames()
                    .of(drawn.take(w * Settings.WINDOW_IMAGES, Settings.WINDOW_IMAGES));
            List<Observation> window = served.observe(images);
            double accuracy = (double) window.stream().filter(Observation::correct).count() / window.size();
            right += accuracy;
            all.add(window);
            if (w < plan.estimated(kind)) {
                Views views = Views.of(served, partner, images, seed + w);
                estimators.forEach((name, estimator) -> {
                    var estimate = estimator.estimate(views);
                    results.estimates(served.name(), name, kind.group()).add(estimate, accuracy);
                    results.estimates(served.name(), name, Results.ALL).add(estimate, accuracy);
                });
            }
        }
        results.accuracy(served.name(), kind, right / windows);
        if (plan.drift()) {
            references.forEach((name, reference) -> {
                if (isCompared(name, kind)) {
                    detect(kind, all, reference, results.drift(served.name(), name, kind));
                }
            });
        }
        return right / windows;
    }

    private void detect(WindowKind kind, List<List<Observation>> windows, Reference reference, DriftTally tally) {
        int length = Math.min(windows.size(), plan.runLength(kind));
        for (int from = 0; from + length <= windows.size(); from += length) {
            DriftDetector detector = new DriftDetector(reference, test, null, Settings.WINDOW_IMAGES,
                    Settings.CONFIRMATIONS,
                    0,
                    seed + from);
            List<DriftFinding> found = new ArrayList<>();
            windows.subList(from, from + length)
                    .forEach(window -> window.forEach(image -> detector.add(image).ifPresent(found::add)));
            tally.add(found, Settings.FALSE_ALARM_RATE / 2);
        }
    }
}
