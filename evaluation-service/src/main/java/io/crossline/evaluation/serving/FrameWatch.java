package io.crossline.evaluation.serving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.SelectedBatch;
import io.crossline.monitoring.frames.FrameFinding;
import io.crossline.monitoring.frames.FrameInspector;

/**
 * Checks the frames of each line's batches in the line's order, and says when a camera has a fault. A restart, or another replica that goes on with a line, learns
 * the line's limits anew; those that need no learning hold from the first frame.
 *
 * <p>
 * What is remembered of the lines takes at most a 32nd of the heap: a line for which there is no room has the limits alone that need no learning.
 */
@ApplicationScoped
public class FrameWatch {

    private static final Logger LOG = Logger.getLogger(FrameWatch.class);
    /** Newest batches of a line that are known when they come again. */
    private static final int BATCHES = 32;
    private static final int BATCH_BYTES = 200;
    private static final int FINDING_BYTES = 8;
    private static final int FRAME_BYTES = 64;

    private final RecentChecks checks;
    private final CameraFaults faults;
    private final FrameConfig config;
    private final LineStates<Watched> lines = new LineStates<>(Runtime.getRuntime().maxMemory() / 32);
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    FrameWatch(RecentChecks checks, CameraFaults faults, FrameConfig config) {
        this.checks = checks;
        this.faults = faults;
        this.config = config;
    }

    /** A batch of which only the findings are kept. */
    private record Checked(String topic, int partition, long offset, List<Optional<FrameFinding>> findings) {

        static Checked of(InspectedBatch batch) {
            return new Checked(batch.selected().topic(), batch.selected().partition(), batch.selected().offset(),
                    batch.findings());
        }

        boolean isAt(SelectedBatch<ImageBatch> other) {
            return topic.equals(other.topic()) && partition == other.partition() && offset == other.offset();
        }
    }

    private static final class Watched {

        private final FrameInspector inspector = new FrameInspector();
        private final FrameAlarm alarm;
        /** The newest ones, by their ids. */
        private final Map<String, Checked> batches = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Checked> eldest) {
                return size() > BATCHES;
            }
        };
        private volatile Checked newest;
        /** Null where only the database knows. */
        private Boolean hasFault;

        Watched(FrameConfig config) {
            this.alarm = new FrameAlarm(config.alarmWindow(), config.alarmShare(), config.alarmRun());
        }

        boolean isFrom(String topic, Set<Integer> partitions) {
            Checked last = newest;
            return last == null || last.topic().equals(topic) && partitions.contains(last.partition());
        }
    }

    /** Checks a batch once. One that is delivered or sent again has the findings that it had. */
    public InspectedBatch inspect(SelectedBatch<ImageBatch> selected) {
        String line = selected.batch().line();
        synchronized (locks.computeIfAbsent(line, name -> new Object())) {
            Watched watched = watched(selected.batch());
            Checked before = watched.batches.get(selected.batch().id());
            if (before != null) {
                return new InspectedBatch(selected, before.findings(), !before.isAt(selected));
            }
            List<Optional<FrameFinding>> findings = watched.inspector.inspect(selected.batch().images(),
                    checks.off(line));
            InspectedBatch inspected = new InspectedBatch(selected, findings, false);
            watched.newest = Checked.of(inspected);
            watched.batches.put(selected.batch().id(), watched.newest);
            for (int i = 0; i < findings.size(); i++) {
                watched.alarm.add(findings.get(i).map(FrameFinding::check).orElse(null), inspected.capturedAt(i));
            }
            return inspected;
        }
    }

    /** Tells the database whether the line's camera has a fault now; to be called again where that failed. */
    public void tell(String line) {
        synchronized (locks.computeIfAbsent(line, name -> new Object())) {
            lines.find(line).ifPresent(watched -> tell(line, watched));
        }
    }

    private void tell(String line, Watched watched) {
        Optional<CameraFault> fault = watched.alarm.fault();
        if (fault.isPresent()) {
            if (faults.begin(line, fault.get())) {
                LOG.warnf("The camera of line %s has a fault: %s since %s", line, fault.get().check().id(),
                        fault.get().since());
            }
            watched.hasFault = true;
        } else if (watched.alarm.isKnown() && !Boolean.FALSE.equals(watched.hasFault)) {
            if (faults.end(line)) {
                LOG.warnf("The camera of line %s has no fault any more", line);
            }
            watched.hasFault = false;
        }
    }

    /** Forgets all lines but those whose newest batches came from these partitions of a topic: another replica goes on with them. */
    public void keep(String topic, Set<Integer> partitions) {
        lines.removeIf(watched -> !watched.isFrom(topic, partitions));
    }

    private Watched watched(ImageBatch batch) {
        return lines.find(batch.line()).orElseGet(() -> {
            Watched watched = new Watched(config);
            long most = FrameInspector.bytes(batch.images().shape())
                    + BATCHES * (BATCH_BYTES + (long) FINDING_BYTES * batch.images().count())
                    + (long) config.alarmWindow() * FRAME_BYTES;
            if (!lines.put(batch.line(), watched, most)) {
                LOG.debugf("Nothing is learnt of the frames of line %s: %d lines fill the heap's share", batch.line(),
                        lines.size());
            }
            return watched;
        });
    }
}
