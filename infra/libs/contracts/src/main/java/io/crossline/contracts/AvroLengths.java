package io.crossline.contracts;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.apache.avro.Schema;

/**
 * Walks through a record without building it, and refuses a length that is more than what is left of it: Avro's reader allocates what a record
 * declares, 2 GB for one of fifty bytes. Avro 1.12, binary encoding.
 */
final class AvroLengths {

    /** Marker and schema fingerprint of the single-object encoding. */
    private static final int HEADER = 10;

    private final byte[] bytes;
    private int at;

    private AvroLengths(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /**
     * Checks an image batch in single-object encoding. A record of another schema is left to the decoder, which refuses it.
     *
     * @throws InvalidFieldException if a length or a number of items is negative, or more than the rest of the record could hold
     */
    static void require(byte[] bytes) {
        if (bytes.length >= HEADER) {
            ImageBatchSchemas.of(fingerprint(bytes))
                    .ifPresent(schema -> new AvroLengths(bytes, HEADER).walk(schema, schema.getName()));
        }
    }

    private static long fingerprint(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 2, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private void walk(Schema schema, String name) {
        switch (schema.getType()) {
            case RECORD -> schema.getFields().forEach(field -> walk(field.schema(), field.name()));
            case ARRAY -> items(schema, name);
            case UNION -> walk(branch(schema.getTypes(), name), name);
            case STRING, BYTES -> pass(number(name), name);
            case FIXED -> pass(schema.getFixedSize(), name);
            case INT, LONG, ENUM -> number(name);
            case NULL -> {
                // takes no byte
            }
            default -> throw new IllegalStateException("No record of Crossline has a " + schema.getType());
        }
    }

    /** Blocks of items; a negative count is followed by the block's size in bytes. */
    private void items(Schema schema, String name) {
        for (long count = number(name); count != 0; count = number(name)) {
            if (count < 0) {
                number(name);
                count = -count;
            }
            Require.that(count >= 0 && count <= left(), "value", "declares " + count + " items of " + name
                    + ", but has " + left() + " more bytes");
            for (long i = 0; i < count; i++) {
                walk(schema.getElementType(), name);
            }
        }
    }

    private Schema branch(List<Schema> branches, String name) {
        long branch = number(name);
        Require.that(branch >= 0 && branch < branches.size(), "value",
                "is no image batch: branch " + branch + " of " + name);
        return branches.get((int) branch);
    }

    private void pass(long length, String name) {
        Require.that(length >= 0 && length <= left(), "value",
                "declares " + length + " bytes of " + name + ", but has " + left() + " more");
        at += (int) length;
    }

    /** Variable length, zig-zag: at most ten bytes. */
    private long number(String name) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            Require.that(at < bytes.length, "value", "is no image batch: it ends within " + name);
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new InvalidFieldException("value", "is no image batch: a number of " + name + " has more than ten bytes");
    }

    private int left() {
        return bytes.length - at;
    }
}
