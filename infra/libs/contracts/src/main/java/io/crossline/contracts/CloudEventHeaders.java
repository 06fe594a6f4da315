package io.crossline.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Record headers of the CloudEvents Kafka binding, binary mode, with Crossline's extensions: split, dataset, generator and
 * number of images stand in the headers too, so that a reader can pass over a record without decoding it.
 */
public final class CloudEventHeaders {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String SPLIT = "ce_split";
    public static final String DATASET = "ce_dataset";
    public static final String GENERATOR = "ce_generator";
    /** Number of images in the batch, decimal. An outside producer may leave it out. */
    public static final String IMAGES = "ce_images";
    /** The record that a translated batch was made from, {@code topic:partition:offset}. */
    public static final String TRANSLATED_FROM = "ce_translatedfrom";
    /** The {@link ModelManifest} of a model archive, as JSON. */
    public static final String MANIFEST = "crossline_manifest";
    public static final String CONTENT_TYPE = "content-type";

    public static final String AVRO = "application/vnd.crossline.image-batch+avro";
    public static final String JSON = "application/json";
    public static final String ZIP = "application/zip";

    private CloudEventHeaders() {}

    /** @param source the service that writes the record, such as {@code ingest-service} */
    public static Headers of(ImageBatch batch, String source) {
        String topic = batch.origin().translation() == null ? Topics.IMAGES_CAPTURED : Topics.IMAGES_TRANSLATED;
        return of(batch, batch.id(), type(topic), source);
    }

    /** The type of a topic's events: {@code io.crossline.jobs.requested} on {@code crossline.jobs.requested.v1}. */
    public static String type(String topic) {
        return "io." + topic.substring(0, topic.lastIndexOf('.'));
    }

    /**
     * Of an event on a topic.
     *
     * @param id of the event; the same id sent twice is the same event
     * @param source the service that writes the record
     * @param subject the line that the event is about
     */
    public static Headers of(String topic, String id, String source, String subject, Instant time) {
        return of(id, type(topic), source, subject, time, JSON);
    }

    /** @param id of the event; the same id sent twice is the same event */
    public static Headers of(String id, String type, String source, String subject, Instant time, String contentType) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, ID, id);
        add(headers, TYPE, type);
        add(headers, "ce_source", source);
        add(headers, SUBJECT, subject);
        add(headers, "ce_time", time.toString());
        add(headers, CONTENT_TYPE, contentType);
        return headers;
    }

    private static Headers of(ImageBatch batch, String id, String type, String source) {
        BatchOrigin origin = batch.origin();
        Headers headers = of(id, type, source, origin.line(), origin.capturedAt(), AVRO);
        add(headers, SPLIT, origin.split().id());
        add(headers, DATASET, origin.dataset());
        add(headers, IMAGES, Integer.toString(batch.images().count()));
        if (origin.translation() != null) {
            add(headers, GENERATOR, origin.translation().generatorVersion());
            add(headers, TRANSLATED_FROM, origin.translation().sourceRecord());
        }
        return headers;
    }

    public static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public static Optional<String> value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
