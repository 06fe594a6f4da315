package io.crossline.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

import io.crossline.contracts.avro.ImageBatchRecord;

/** The versions of {@code image-batch.avsc}, each found by its fingerprint. */
final class ImageBatchSchemas {

    /** Version 2, with the parts. */
    static final Schema CURRENT = ImageBatchRecord.getClassSchema();
    /** Version 1. Batches that name no part are written with it, so that readers from before read them. */
    static final Schema WITHOUT_PARTS = parse("image-batch-v1.avsc");

    static final List<Schema> ALL = List.of(CURRENT, WITHOUT_PARTS);

    private ImageBatchSchemas() {}

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
