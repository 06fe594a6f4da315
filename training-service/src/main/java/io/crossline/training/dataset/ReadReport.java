package io.crossline.training.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.crossline.contracts.FrameCheck;
import io.crossline.kafka.SelectionReport;

/**
 * What reading a data set came to.
 *
 * @param selection batches and images found, duplicates and skipped records
 * @param unknownClass images left out because the job does not know their class
 * @param unknownClassNames names of those classes
 * @param unwanted images left out because the job says so
 * @param unusable frames left out, by the check that marked them
 */
public record ReadReport(SelectionReport selection, int unknownClass, List<String> unknownClassNames, int unwanted,
        Map<FrameCheck, Integer> unusable) {

    public ReadReport {
        unknownClassNames = List.copyOf(unknownClassNames);
        unusable = new TreeMap<>(unusable);
    }

    /** Images taken. */
    public long images() {
        return selection.images() - unknownClass - unwanted - unusableFrames();
    }

    /** How many frames are left out. */
    public int unusableFrames() {
        return unusable.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Such as {@code 12 unusable frames (no light: 10, torn: 2)}. */
    public String unusableText() {
        return unusableFrames() + " unusable frames (" + unusable.entrySet().stream()
                .map(check -> check.getKey().id() + ": " + check.getValue()).collect(Collectors.joining(", ")) + ")";
    }

    /** Whether anything was left out for a fault. */
    public boolean hasProblems() {
        return unknownClass > 0 || !unusable.isEmpty() || !selection.skipped().isEmpty();
    }

    /** One sentence for people: what was taken, and what was left out and why. */
    @Override
    public String toString() {
        List<String> left = new ArrayList<>();
        if (selection.duplicates() > 0) {
            left.add(selection.duplicates() + " duplicate batches");
        }
        if (unknownClass > 0) {
            left.add(unknownClass + " images of unknown classes " + unknownClassNames);
        }
        if (unwanted > 0) {
            left.add(unwanted + " images that the job names");
        }
        if (!unusable.isEmpty()) {
            left.add(unusableText());
        }
        if (!selection.skipped().isEmpty()) {
            left.add(selection.skipped().size() + " unusable records, the first: " + selection.skipped().get(0));
        }
        return images() + " images in " + selection.batches() + " batches"
                + (left.isEmpty() ? "" : ", left out " + String.join(", ", left));
    }
}
