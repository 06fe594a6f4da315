package io.crossline.monitoring.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Watches one line: collects images to windows, tests each against the reference, and confirms a drift once so many windows
 * in a row have drifted. Memory is bounded by the reference and one window. For one thread.
 */
public final class DriftDetector {

    private final Reference reference;
    private final WindowTest test;
    private final double[] told;
    private final int windowImages;
    private final int confirmations;
    private final Random random;
    private final List<Observation> window = new ArrayList<>();
    private int windows;
    private int drifted;

    /**
     * @param told share of each class that people expect on the line, {@code [K]}; null where nobody told
     * @param windowImages images of a window
     * @param confirmations drifted windows in a row that make a confirmed drift
     * @param drifted how many windows in a row have drifted already, as an earlier detector left it
     */
    public DriftDetector(Reference reference, WindowTest test, double[] told, int windowImages, int confirmations,
            int drifted, long seed) {
        this.told = told;

        this.reference = reference;
        this.test = test;
        this.windowImages = windowImages;
        this.confirmations = confirmations;
        this.drifted = drifted;
        this.random = new Random(seed);
    }

    /** @return the finding of the window that the image completes, if it does */
    public Optional<DriftFinding> add(Observation observation) {
        window.add(observation);
        if (window.size() < windowImages) {
            return Optional.empty();
        }
        WindowFinding finding = test.test(reference, window, told, random);
        List<Observation> images = List.copyOf(window);
        window.clear();
        windows++;
        drifted = finding.drifted() ? drifted + 1 : 0;
        return Optional.of(new DriftFinding(windows, images, finding,
                Diagnosis.of(finding, test.falseAlarmRate() / 2), drifted, drifted == confirmations));
    }
}
