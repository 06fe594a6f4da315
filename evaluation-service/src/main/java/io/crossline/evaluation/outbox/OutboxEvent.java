package io.crossline.evaluation.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.kafka.common.header.Header;

import io.crossline.contracts.AuditHead;
import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.DriftDetected;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineConfigured;
import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.Topics;

/**
 * An event that is to be sent: a JSON document with CloudEvents headers.
 *
 * @param id made from what the event tells of, so that the same event told again has the same one; also the header {@code ce_id}
 * @param key of the record; the event's subject as well
 * @param headers by name
 */
public record OutboxEvent(UUID id, String topic, String key, Map<String, String> headers, byte[] value) {

    private static final String SOURCE = "evaluation-service";

    public OutboxEvent {
        headers = Map.copyOf(headers);
    }

    /** Key: line, so that compaction keeps the newest champion. */
    public static OutboxEvent of(ModelPromoted event) {
        return json(Topics.MODELS_PROMOTED, event.line(),
                named("promoted-" + event.line() + "-" + event.modelVersion() + "-" + event.at().toEpochMilli()),
                "io.crossline.models.promoted", event.at(), event);
    }

    /** Key: line. A batch has one id for each model, however often it is predicted. */
    public static OutboxEvent of(BatchPredicted event) {
        return json(Topics.PREDICTIONS, event.line(), named("predicted-" + event.eventId()), "io.crossline.predictions",
                event.at(), event);
    }

    /** Key: line. */
    public static OutboxEvent of(DriftDetected event) {
        return json(Topics.DRIFT_DETECTED, event.line(), named(event.eventId()), "io.crossline.drift.detected",
                event.at(), event);
    }

    /** Key: model version, so that compaction keeps the newest. */
    public static OutboxEvent of(ModelEvaluated event) {
        return json(Topics.MODELS_EVALUATED, event.modelVersion(), named("evaluated-" + event.modelVersion()),
                "io.crossline.models.evaluated", event.at(), event);
    }

    /** Key: line, so that compaction keeps the newest settings. */
    public static OutboxEvent of(LineConfigured event) {
        return json(Topics.LINES_CONFIGURED, event.line(),
                named("configured-" + event.line() + "-" + event.at().toEpochMilli()), "io.crossline.lines.configured",
                event.at(), event);
    }

    /** Key: line pair, as for every job. The event's id is the job's. */
    public static OutboxEvent of(JobRequested event) {
        return json(Topics.JOBS_REQUESTED, event.key(), event.jobId(), "io.crossline.job.requested",
                event.requestedAt(), event);
    }

    /** One key: the order of the heads is that of the topic. */
    public static OutboxEvent of(AuditHead event) {
        return json(Topics.AUDIT_HEADS, "audit", named("audit-head-" + event.sequence() + "-" + event.hash()),
                "io.crossline.audit.head", event.at(), event);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static OutboxEvent json(String topic, String key, UUID id, String type, Instant at, Object event) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : CloudEventHeaders.of(id.toString(), type, SOURCE, key, at, CloudEventHeaders.JSON)) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new OutboxEvent(id, topic, key, headers, Json.encode(event));
    }
}
