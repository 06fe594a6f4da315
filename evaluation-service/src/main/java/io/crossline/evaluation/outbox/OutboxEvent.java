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
                event.at(), event);
    }

    /** Key: line. A batch has one id for each model, however often it is predicted. */
    public static OutboxEvent of(BatchPredicted event) {
        return json(Topics.PREDICTIONS, event.line(), named("predicted-" + event.eventId()), event.at(), event);
    }

    /** Key: line. */
    public static OutboxEvent of(DriftDetected event) {
        return json(Topics.DRIFT_DETECTED, event.line(), named(event.eventId()), event.at(), event);
    }

    /** Key: model version, so that compaction keeps the newest. */
    public static OutboxEvent of(ModelEvaluated event) {
        return json(Topics.MODELS_EVALUATED, event.modelVersion(), event.targetLine(),
                named("evaluated-" + event.modelVersion()), event.at(), event);
    }

    /** Key: line, so that compaction keeps the newest settings. */
    public static OutboxEvent of(LineConfigured event) {
        return json(Topics.LINES_CONFIGURED, event.line(),
                named("configured-" + event.line() + "-" + event.at().toEpochMilli()), event.at(), event);
    }

    /** Key: line pair, as for every job. The event's id is the job's. */
    public static OutboxEvent of(JobRequested event) {
        return json(Topics.JOBS_REQUESTED, event.key(), event.target().line(), event.jobId(), event.requestedAt(),
                event);
    }

    /** One key: the order of the heads is that of the topic. The audit is of all lines; its heads have the subject {@code audit}. */
    public static OutboxEvent of(AuditHead event) {
        return json(Topics.AUDIT_HEADS, "audit", named("audit-head-" + event.sequence() + "-" + event.hash()),
                event.at(), event);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Of an event about the line that is its key. */
    private static OutboxEvent json(String topic, String line, UUID id, Instant at, Object event) {
        return json(topic, line, line, id, at, event);
    }

    private static OutboxEvent json(String topic, String key, String line, UUID id, Instant at, Object event) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : CloudEventHeaders.of(topic, id.toString(), SOURCE, line, at)) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new OutboxEvent(id, topic, key, headers, Json.encode(event));
    }
}
