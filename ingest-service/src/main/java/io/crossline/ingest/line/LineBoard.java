package io.crossline.ingest.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.ImageBatch;

/** What every line has sent, from the start of the topic on. */
@ApplicationScoped
public class LineBoard {

    private final Map<String, LineStatistics> lines = new TreeMap<>();

    public synchronized void add(CapturedBatch batch) {
        lines.computeIfAbsent(batch.content().line(), LineStatistics::new).add(batch);
    }

    /** Forgets everything, before the topic is read from its start again. */
    public synchronized void clear() {
        lines.clear();
    }

    /** In the order of their names. */
    public synchronized List<LineSummary> summaries() {
        return lines.values().stream().map(LineStatistics::summary).toList();
    }

    public synchronized Optional<LineSummary> summary(String line) {
        return Optional.ofNullable(lines.get(line)).map(LineStatistics::summary);
    }

    public synchronized Optional<ImageBatch> newestBatch(String line) {
        return Optional.ofNullable(lines.get(line)).map(LineStatistics::newestBatch);
    }
}
