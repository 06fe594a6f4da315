package io.crossline.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.contracts.avro.ImageBatchRecord;
import io.crossline.contracts.avro.ImageHash;

/** Records that break the contract of {@code images.captured}, each in one way. */
public enum BadRecord {

    /** The value is a text. */
    GARBAGE {
        @Override
        byte[] value(ImageBatch good) {
            return "this is no image batch".getBytes(StandardCharsets.UTF_8);
        }
    },
    /** The value is a good batch, the key another line. */
    WRONG_KEY {
        @Override
        String key(String line, String otherLine) {
            return otherLine;
        }
    },
    /** Captured at the end of time. */
    CAPTURED_AT {
        @Override
        byte[] value(ImageBatch good) {
            ImageBatchRecord batch = parsed(good);
            batch.setCapturedAt(Long.MAX_VALUE);
            return bytes(batch);
        }
    },
    /** Images twice as wide as the line's. */
    OTHER_SHAPE {
        @Override
        byte[] value(ImageBatch good) {
            ImageShape shape = good.images().shape();
            ImageShape wide = new ImageShape(shape.channels(), shape.height(), 2 * shape.width());
            int count = good.images().count();
            return ImageBatchCodec.encode(
                    new UnlabelledBatch(good.origin(), new Images(wide, count, new byte[count * wide.bytes()])));
        }
    },
    /** No value. */
    TOMBSTONE {
        @Override
        byte[] value(ImageBatch good) {
            return null;
        }
    },
    /** The first image's hash is that of another image. */
    WRONG_HASH {
        @Override
        byte[] value(ImageBatch good) {
            ImageBatchRecord batch = parsed(good);
            batch.getImageHashes().set(0, new ImageHash(new byte[32]));
            return bytes(batch);
        }
    };

    /** In turn. */
    static BadRecord of(int variant) {
        return values()[variant % values().length];
    }

    /** For people. */
    String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    String key(String line, String otherLine) {
        return line;
    }

    byte[] value(ImageBatch good) {
        return ImageBatchCodec.encode(good);
    }

    /** As tiles of one, since these are written with the newest schema, which the record's own decoder knows. */
    private static ImageBatchRecord parsed(ImageBatch batch) {
        Images images = batch.images();
        List<ImagePart> tiles = IntStream.range(0, images.count()).mapToObj(image -> images.part(image).tile(0, 1))
                .toList();
        try {
            return ImageBatchRecord.fromByteBuffer(ByteBuffer.wrap(ImageBatchCodec.encode(new UnlabelledBatch(
                    batch.origin(), new Images(images.shape(), images.count(), images.pixels(), tiles)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ImageBatchRecord batch) {
        try {
            ByteBuffer buffer = batch.toByteBuffer();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
