package io.crossline.bench.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoublePredicate;

import io.crossline.bench.accuracy.LinePair;
import io.crossline.bench.report.Table;
import io.crossline.contracts.ImageShape;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.novelty.ConformalTest;
import io.crossline.monitoring.novelty.KnownImages;
import io.crossline.monitoring.novelty.Novelty;
import io.crossline.monitoring.novelty.NoveltyDetector;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/**
 * One classifier's known test images and images of unknown kinds before the detector.
 *
 * @param curve single images, without control over a window
 * @param streams windows as the service judges them
 */
record NoveltyTrial(List<Point> curve, List<Stream> streams) {

    private static final double[] RATES = {0.01, 0.02, 0.05, 0.1, 0.2};
    private static final double[] UNKNOWN_SHARES = {0, 0.05, 0.1, 0.2, 1};
    private static final double SERVED_RATE = 0.05;
    private static final int WINDOW = 100;
    private static final int BATCH = 50;
    private static final int BATCHES = 100;

    /**
     * @param rate p-value up to which an image is marked
     * @param falseMarks share of the known test images that are
     * @param found share of the images of unknown kinds that are
     * @param foundAtRate the share found where the threshold lets exactly {@code rate} of the known test images be marked
     */
    record Point(double rate, double falseMarks, double found, double foundAtRate) {}

    /**
     * @param unknown share of images of unknown kinds
     * @param falseMarks share of the known images that were marked
     * @param found share of the images of unknown kinds that were
     * @param falseDiscoveries mean over the batches of the share of known images among the marked ones, 0 where none is
     */
    record Stream(double unknown, double falseMarks, double found, double falseDiscoveries) {}

    /** @param others images of unknown kinds, uint8 {@code [N, H, W, C]} */
    static NoveltyTrial of(Classifier classifier, LinePair pair, ImageShape shape, byte[] others, long seed) {
        byte[] trained = new byte[pair.target().count() * shape.bytes()];
        for (int i = 0; i < pair.target().count(); i++) {
            System.arraycopy(pair.target().image(i), 0, trained, i * shape.bytes(), shape.bytes());
        }
        KnownImages known = new KnownImages(observe(classifier, shape, trained));
        List<Observation> tests = observe(classifier, shape, pair.targetTest().pixels());
        List<Observation> unknown = observe(classifier, shape, others);
        List<Stream> streams = new ArrayList<>();
        for (double share : UNKNOWN_SHARES) {
            streams.add(stream(known, tests, unknown, share, new Random(seed)));
        }
        return new NoveltyTrial(curve(known, tests, unknown), streams);
    }

    private static List<Observation> observe(Classifier classifier, ImageShape shape, byte[] pixels) {
        Predictions predictions = classifier.predict(pixels);
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < predictions.count(); i++) {
            observations.add(Observation.of(pixels, shape, predictions, i, null, null));
        }
        return observations;
    }

    private static List<Point> curve(KnownImages known, List<Observation> tests, List<Observation> unknown) {
        ConformalTest test = new ConformalTest(known.surprises());
        double[] testScores = scores(known, tests);
        double[] unknownScores = scores(known, unknown);
        double[] descending = Arrays.stream(testScores).map(score -> -score).sorted().map(score -> -score).toArray();
        List<Point> curve = new ArrayList<>();
        for (double rate : RATES) {
            double threshold = descending[(int) (rate * descending.length)];
            curve.add(new Point(rate, share(testScores, score -> test.pValue(score) <= rate),
                    share(unknownScores, score -> test.pValue(score) <= rate),
                    share(unknownScores, score -> score > threshold)));
        }
        return curve;
    }

    private static double[] scores(KnownImages known, List<Observation> images) {
        return images.stream().mapToDouble(known::surprise).toArray();
    }

    private static double share(double[] scores, DoublePredicate marked) {
        return (double) Arrays.stream(scores).filter(marked).count() / scores.length;
    }

    private static Stream stream(KnownImages known, List<Observation> tests, List<Observation> unknown, double share,
            Random random) {
        NoveltyDetector detector = new NoveltyDetector(known, SERVED_RATE, WINDOW);
        int strange = (int) Math.round(share * BATCH);
        int falseMarks = 0;
        int found = 0;
        double falseShares = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Boolean> isStrange = new ArrayList<>(Collections.nCopies(strange, true));
            isStrange.addAll(Collections.nCopies(BATCH - strange, false));
            Collections.shuffle(isStrange, random);
            List<Novelty> novelties = detector.add(isStrange.stream()
                    .map(other -> drawn(other ? unknown : tests, random)).toList());
            int wrong = marks(novelties, isStrange, false);
            int right = marks(novelties, isStrange, true);
            falseMarks += wrong;
            found += right;
            falseShares += (double) wrong / Math.max(1, wrong + right);
        }
        return new Stream(share, (double) falseMarks / (BATCHES * (BATCH - strange)),
                (double) found / (BATCHES * strange), falseShares / BATCHES);
    }

    private static Observation drawn(List<Observation> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static int marks(List<Novelty> novelties, List<Boolean> isStrange, boolean which) {
        int marks = 0;
        for (int i = 0; i < novelties.size(); i++) {
            marks += novelties.get(i).unknown() && isStrange.get(i) == which ? 1 : 0;
        }
        return marks;
    }

    String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("single images, p-value up to", "known marked", "unknown found",
                "found at this share of known"));
        curve.forEach(point -> rows.add(List.of(percent(point.rate()), percent(point.falseMarks()),
                percent(point.found()), percent(point.foundAtRate()))));
        List<List<String>> windows = new ArrayList<>();
        windows.add(List.of("windows of " + WINDOW + ", rate 5 %, unknown", "known marked", "unknown found",
                "known among the marked"));
        streams.forEach(stream -> windows.add(List.of(percent(stream.unknown()), percent(stream.falseMarks()),
                percent(stream.found()), percent(stream.falseDiscoveries()))));
        return Table.of(rows) + "\n" + Table.of(windows);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("curve", curve);
        json.put("streams", streams.stream().map(NoveltyTrial::values).toList());
        return json;
    }

    /** What there was none of is null. */
    private static Map<String, Object> values(Stream stream) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("unknown", stream.unknown());
        values.put("falseMarks", Double.isNaN(stream.falseMarks()) ? null : stream.falseMarks());
        values.put("found", Double.isNaN(stream.found()) ? null : stream.found());
        values.put("falseDiscoveries", stream.falseDiscoveries());
        return values;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
