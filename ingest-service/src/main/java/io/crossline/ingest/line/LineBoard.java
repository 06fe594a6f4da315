package io.crossline.ingest.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.RecordChecked;

/** What every line has sent, from the start of the topic on, and what it is registered with. */
@ApplicationScoped
public class LineBoard {

    private final Map<String, LineStatistics> lines = new TreeMap<>();

    public synchronized void registered(LineRegistered registered) {
        statistics(registered.line()).registered(registered);
    }

    public synchronized void accepted(RecordChecked checked) {
        statistics(checked.line()).accepted(checked);
    }

    /** A record that belongs to no line that is known is counted by the service's metrics alone. */
    public synchronized void rejected(RecordChecked checked) {
        if (checked.line() != null && lines.containsKey(checked.line())) {
            statistics(checked.line()).rejected(checked);
        }
    }

    /** In the order of their names. */
    public synchronized List<LineSummary> summaries() {
        return lines.values().stream().map(LineStatistics::summary).toList();
    }

    public synchronized Optional<LineSummary> summary(String line) {
        return Optional.ofNullable(lines.get(line)).map(LineStatistics::summary);
    }

    /** The newest batch that was accepted. */
    public synchronized Optional<RecordChecked> newest(String line) {
        return Optional.ofNullable(lines.get(line)).map(LineStatistics::newest);
    }

    private LineStatistics statistics(String line) {
        return lines.computeIfAbsent(line, LineStatistics::new);
    }
}
