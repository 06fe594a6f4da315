package io.crossline.translation.backfill;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.Translation;

/**
 * Which source records each generator has translated, so that none is published twice. A record is claimed before it is
 * translated and released if that fails.
 */
@ApplicationScoped
public class PublishedIndex {

    private final Map<String, Set<String>> claimed = new HashMap<>();
    private final Map<String, Map<String, Integer>> published = new HashMap<>();

    /** @return false if it is published already or another thread is about to */
    public synchronized boolean claim(Translation translation) {
        return !isPublished(translation) && claims(translation).add(translation.sourceRecord());
    }

    public synchronized void release(Translation translation) {
        claims(translation).remove(translation.sourceRecord());
    }

    public synchronized void published(Translation translation, int images) {
        published(translation.generatorVersion(), translation.sourceRecord(), images);
        release(translation);
    }

    /** @param sourceRecord as {@link Translation#sourceRecord()} */
    public synchronized void published(String generatorVersion, String sourceRecord, int images) {
        published.computeIfAbsent(generatorVersion, version -> new HashMap<>()).put(sourceRecord, images);
    }

    /** Images that the generator has translated. */
    public synchronized long images(String generatorVersion) {
        return published.getOrDefault(generatorVersion, Map.of()).values().stream().mapToLong(Integer::longValue)
                .sum();
    }

    private boolean isPublished(Translation translation) {
        return published.getOrDefault(translation.generatorVersion(), Map.of())
                .containsKey(translation.sourceRecord());
    }

    private Set<String> claims(Translation translation) {
        return claimed.computeIfAbsent(translation.generatorVersion(), version -> new HashSet<>());
    }
}
