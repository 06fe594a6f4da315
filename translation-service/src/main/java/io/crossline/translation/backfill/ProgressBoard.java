package io.crossline.translation.backfill;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/** Progress of all generators, for people. Counts come from the index, so that they survive a restart. */
@ApplicationScoped
public class ProgressBoard {

    private static final double NANOS = 1e9;

    private final PublishedIndex index;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    ProgressBoard(PublishedIndex index) {
        this.index = index;
    }

    void started(String generatorVersion, long total) {
        entries.put(generatorVersion, new Entry(TranslationState.TRANSLATING, total, index.images(generatorVersion),
                System.nanoTime(), 0, ""));
    }

    void completed(String generatorVersion) {
        entries.computeIfPresent(generatorVersion, (version, entry) -> entry.ended(TranslationState.COMPLETED, ""));
    }

    /** @param reason for people */
    public void failed(String generatorVersion, String reason) {
        entries.put(generatorVersion, entries
                .getOrDefault(generatorVersion,
                        new Entry(TranslationState.FAILED, 0, 0, System.nanoTime(), 0, reason))
                .ended(TranslationState.FAILED, reason));
    }

    public Progress of(String generatorVersion) {
        long translated = index.images(generatorVersion);
        Entry entry = entries.get(generatorVersion);
        if (entry == null) {
            // Nothing delivered since the start: translated before it, or not yet.
            TranslationState state = translated > 0 ? TranslationState.COMPLETED : TranslationState.PENDING;
            return new Progress(state, translated, translated, 0, "");
        }
        long end = entry.endNanos == 0 ? System.nanoTime() : entry.endNanos;
        double seconds = Math.max(1e-9, (end - entry.startNanos) / NANOS);
        return new Progress(entry.state, translated, Math.max(entry.total, translated),
                Math.max(0, translated - entry.translatedAtStart) / seconds, entry.message);
    }

    private record Entry(TranslationState state, long total, long translatedAtStart, long startNanos, long endNanos,
            String message) {

        Entry ended(TranslationState as, String why) {
            return new Entry(as, total, translatedAtStart, startNanos, System.nanoTime(), why);
        }
    }
}
