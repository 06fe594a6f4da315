package io.crossline.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The five services, in the order in which they stop; they start all at once. */
public enum Service {
    DASHBOARD(8080, 256, 0), TRAINING(8083, 1024, 60), TRANSLATION(8082, 640, 15), EVALUATION(8084, 768, 15), INGEST(
            8081,
            768, 0);

    private final int defaultPort;
    private final int heapMebibytes;
    private final int nativePercent;

    Service(int defaultPort, int heapMebibytes, int nativePercent) {
        this.defaultPort = defaultPort;
        this.heapMebibytes = heapMebibytes;
        this.nativePercent = nativePercent;
    }

    /** Those that carry data before those that show them. */
    static List<Service> startOrder() {
        List<Service> order = new ArrayList<>(List.of(values()));
        Collections.reverse(order);
        return order;
    }

    /** By its id; empty for broker and database. */
    static Optional<Service> find(String id) {
        return Arrays.stream(values()).filter(service -> service.id().equals(id)).findFirst();
    }

    /** As on the command line: {@code ingest}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Maven module: {@code ingest-service}. */
    public String module() {
        return id() + "-service";
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** Largest Java heap, MiB. */
    public int heapMebibytes() {
        return heapMebibytes;
    }

    /** Share of the machine's memory that tensors may take outside the heap, percent; 0 where there are none. */
    public int nativePercent() {
        return nativePercent;
    }
}
