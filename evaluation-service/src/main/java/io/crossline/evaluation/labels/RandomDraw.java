package io.crossline.evaluation.labels;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.drift.Window;

/** Draws images of a window at random, whatever the model says of them: how often it is right about these holds for all. */
public final class RandomDraw {

    private RandomDraw() {}

    /**
     * Each image is drawn with the same probability, none twice.
     *
     * @param count images wanted, 0 or more
     * @return as many, or all where fewer have a place; the same for the same window told again
     */
    public static List<Choice> of(Window window, int count) {
        return of(window.found().images(), count, seed(window.id()));
    }

    static List<Choice> of(List<Observation> window, int count, long seed) {
        List<Observation> left = new ArrayList<>(window.stream().filter(image -> image.place() != null).toList());
        int drawn = Math.min(count, left.size());
        double probability = (double) drawn / left.size();
        SplittableRandom random = new SplittableRandom(seed);
        List<Choice> draws = new ArrayList<>();
        while (draws.size() < drawn) {
            draws.add(
                    new Choice(left.remove(random.nextInt(left.size())), LabelReason.DRAWN, draws.size(), probability));
        }
        return draws;
    }

    private static long seed(String id) {
        return UUID.nameUUIDFromBytes(("audit of " + id).getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }
}
