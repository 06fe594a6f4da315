package io.crossline.dashboard.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.crossline.dashboard.DashboardConfig;

/** Counts images by line in intervals of two seconds and forgets what is older than the window. */
@ApplicationScoped
public class Throughput {

    private static final int INTERVAL_SECONDS = 2;
    private static final int RATE_INTERVALS = 5;

    private final long intervals;
    private final Map<String, Counts> lines = new ConcurrentHashMap<>();

    @Inject
    public Throughput(DashboardConfig config) {
        this(config.dashboard().throughputWindow());
    }

    Throughput(Duration window) {
        this.intervals = Math.max(1, window.toSeconds() / INTERVAL_SECONDS);
    }

    /** @param at when the images reached Kafka */
    public void add(String line, int images, Instant at) {
        lines.computeIfAbsent(line, name -> new Counts()).add(interval(at), images, at, intervals);
    }

    /** The window that ends at {@code now}, by line name. */
    public List<LineThroughput> at(Instant now) {
        return lines.entrySet().stream().map(line -> line.getValue().at(line.getKey(), interval(now), intervals))
                .sorted(Comparator.comparing(LineThroughput::line)).toList();
    }

    private static long interval(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), INTERVAL_SECONDS);
    }

    private static final class Counts {

        private final NavigableMap<Long, Long> images = new ConcurrentSkipListMap<>();
        private volatile Instant last;

        void add(long interval, int count, Instant at, long keep) {
            images.merge(interval, (long) count, Long::sum);
            images.headMap(interval - keep).clear();
            last = at;
        }

        LineThroughput at(String line, long now, long keep) {
            List<Double> series = LongStream.rangeClosed(now - keep + 1, now)
                    .mapToObj(interval -> images.getOrDefault(interval, 0L) / (double) INTERVAL_SECONDS).toList();
            double rate = series.subList(Math.max(0, series.size() - RATE_INTERVALS), series.size()).stream()
                    .mapToDouble(Double::doubleValue).average().orElse(0);
            return new LineThroughput(line, rate, series, INTERVAL_SECONDS, last);
        }
    }
}
