package io.crossline.monitoring.novelty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelManifest;

/**
 * The classes that the next model of a line has: those of its champion and, after them, the kinds that people named since. A class
 * that came in this way stays a class of examples: the source line has no images of it, so each later model learns it from them.
 *
 * @param classNames champion's first; new ones in the order of the alphabet
 * @param examples images of the classes that came in this way
 * @param waiting kinds with fewer images than a class needs, with how many they have
 */
public record NamedKinds(List<String> classNames, List<GivenLabel> examples, Map<String, Integer> waiting) {

    /**
     * @param named images that people named, the newest first
     * @param least images that a kind needs to be a class, at least 1
     */
    public static NamedKinds of(List<GivenLabel> named, ModelManifest champion, int least) {
        Set<String> learnt = champion.examples().stream().map(GivenLabel::className).collect(Collectors.toSet());
        Map<String, List<GivenLabel>> byClass = new TreeMap<>(named.stream()
                .filter(image -> learnt.contains(image.className())
                        || !champion.classNames().contains(image.className()))
                .collect(Collectors.groupingBy(GivenLabel::className)));
        Map<String, Integer> waiting = new LinkedHashMap<>();
        byClass.forEach((className, images) -> {
            if (!learnt.contains(className) && images.size() < least) {
                waiting.put(className, images.size());
            }
        });
        byClass.keySet().removeAll(waiting.keySet());
        Set<String> added = new TreeSet<>(byClass.keySet());
        added.removeAll(learnt);
        return new NamedKinds(Stream.concat(champion.classNames().stream(), added.stream()).toList(),
                newest(byClass), waiting);
    }

    /** As many of each class as a job may hold. */
    private static List<GivenLabel> newest(Map<String, List<GivenLabel>> byClass) {
        List<GivenLabel> newest = new ArrayList<>();
        byClass.values().forEach(
                images -> newest.addAll(images.subList(0,
                        Math.min(images.size(), JobRequested.MOST_EXAMPLES / byClass.size()))));
        return newest;
    }
}
