package io.crossline.dashboard.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.crossline.contracts.DriftDetected;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.TrainingProgress;
import io.crossline.dashboard.upstream.ServiceHealth;

/**
 * One message to a page.
 *
 * @param type tells the page what {@code data} is: hello, progress, trained, evaluated, promoted, drifted, throughput or
 *        services
 */
public record LiveMessage(String type, Object data) {

    /** The first message of a connection. */
    public record Hello(Instant at) {}

    /** A model that training-service has published. */
    public record Trained(String modelVersion, ModelKind kind, Method method, UUID adaptationId, Instant at) {}

    static LiveMessage hello(Instant at) {
        return new LiveMessage("hello", new Hello(at));
    }

    public static LiveMessage progress(TrainingProgress progress) {
        return new LiveMessage("progress", progress);
    }

    public static LiveMessage trained(ModelManifest manifest) {
        return new LiveMessage("trained", new Trained(manifest.modelVersion(), manifest.kind(), manifest.method(),
                manifest.adaptationId(), manifest.createdAt()));
    }

    public static LiveMessage evaluated(ModelEvaluated evaluated) {
        return new LiveMessage("evaluated", evaluated);
    }

    public static LiveMessage promoted(ModelPromoted promoted) {
        return new LiveMessage("promoted", promoted);
    }

    public static LiveMessage drifted(DriftDetected drift) {
        return new LiveMessage("drifted", drift);
    }

    static LiveMessage throughput(List<LineThroughput> lines) {
        return new LiveMessage("throughput", lines);
    }

    static LiveMessage services(List<ServiceHealth> services) {
        return new LiveMessage("services", services);
    }
}
