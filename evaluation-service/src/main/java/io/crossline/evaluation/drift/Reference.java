package io.crossline.evaluation.drift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The images that a model was trained on, as the model sees them: what windows are compared with. */
public final class Reference {

    private final List<Observation> all;
    private final Map<Integer, List<Observation>> byClass = new HashMap<>();

    /** @param observations at least one */
    public Reference(List<Observation> observations) {
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("A reference needs images, there are none");
        }
        this.all = List.copyOf(observations);
        all.forEach(observation -> byClass.computeIfAbsent(observation.predictedClass(), k -> new ArrayList<>())
                .add(observation));
    }

    public List<Observation> all() {
        return all;
    }

    /**
     * Images of the reference with the window's class mix, so that a changed mix alone does not look like changed pictures.
     * Classes that the reference lacks are left out.
     *
     * @param perImage wanted images of the reference for each of the window, at least 1; fewer where a class has too few
     */
    List<Observation> matching(List<Observation> window, int perImage, Random random) {
        Map<Integer, Integer> wanted = new HashMap<>();
        window.forEach(observation -> wanted.merge(observation.predictedClass(), 1, Integer::sum));
        double share = perImage;
        for (Map.Entry<Integer, Integer> entry : wanted.entrySet()) {
            int there = byClass.getOrDefault(entry.getKey(), List.of()).size();
            if (there > 0) {
                share = Math.min(share, Math.max(1, (double) there / entry.getValue()));
            }
        }
        List<Observation> matching = new ArrayList<>();
        for (Map.Entry<Integer, Integer> entry : wanted.entrySet()) {
            List<Observation> candidates = new ArrayList<>(byClass.getOrDefault(entry.getKey(), List.of()));
            Collections.shuffle(candidates, random);
            int count = Math.min(candidates.size(), (int) Math.round(share * entry.getValue()));
            matching.addAll(candidates.subList(0, count));
        }
        return matching;
    }
}
