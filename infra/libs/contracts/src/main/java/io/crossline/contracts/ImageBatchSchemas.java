package io.crossline.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

import io.crossline.contracts.avro.ImageBatchRecord;

/** The versions of {@code image-batch.avsc}, each found by its fingerprint. */
final class ImageBatchSchemas {

    /** Version 3, with tiles of parts. */
    static final Schema CURRENT = ImageBatchRecord.getClassSchema();
    /** Version 2, with the parts. Batches that name parts and hold no tiles are written with it, so that readers from before read them. */
    static final Schema WITHOUT_TILES = parse("image-batch-v2.avsc");
    /** Version 1. Batches that name no part are written with it, for the same reason. */
    static final Schema WITHOUT_PARTS = parse("image-batch-v1.avsc");

    private static final Map<Long, Schema> BY_FINGERPRINT = Stream.of(CURRENT, WITHOUT_TILES, WITHOUT_PARTS)
            .collect(Collectors.toUnmodifiableMap(ImageBatchSchemas::fingerprint, schema -> schema));

    private ImageBatchSchemas() {}

    /** Empty where it is none of a version. */
    static Optional<Schema> of(long fingerprint) {
        return Optional.ofNullable(BY_FINGERPRINT.get(fingerprint));
    }

    /** CRC-64-AVRO of the schema's parsing canonical form, as in the header of a record. */
    static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    private static Schema parse(String resource) {
        try (InputStream in = ImageBatchSchemas.class.getResourceAsStream(resource)) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
