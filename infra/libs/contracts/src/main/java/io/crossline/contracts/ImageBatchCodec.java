package io.crossline.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;

import io.crossline.contracts.avro.ImageBatchRecord;
import io.crossline.contracts.avro.ImageHash;
import io.crossline.contracts.avro.ImagePartRecord;
import io.crossline.contracts.avro.SplitSymbol;
import io.crossline.contracts.avro.TileRecord;
import io.crossline.contracts.avro.TranslationRecord;

/**
 * Image batches to and from the bytes of a Kafka record: Avro, single-object encoding, schema {@code image-batch.avsc}.
 *
 * <p>
 * Anybody may write the topic, so decoding checks everything: the schema fingerprint, the tensor's length, the labels'
 * range, and that each image still has the hash that its sender computed.
 */
public final class ImageBatchCodec {

    /** Finds the record's class where this class comes from: Avro's own class loader may be another, as in Quarkus tests. */
    private static final SpecificData AVRO = new SpecificData(ImageBatchRecord.class.getClassLoader());
    private static final BinaryMessageDecoder<ImageBatchRecord> DECODER = new BinaryMessageDecoder<>(AVRO,
            ImageBatchSchemas.CURRENT);
    private static final BinaryMessageEncoder<ImageBatchRecord> ENCODER = new BinaryMessageEncoder<>(AVRO,
            ImageBatchSchemas.CURRENT);
    private static final BinaryMessageEncoder<ImageBatchRecord> ENCODER_WITHOUT_TILES = new BinaryMessageEncoder<>(AVRO,
            ImageBatchSchemas.WITHOUT_TILES);
    private static final BinaryMessageEncoder<ImageBatchRecord> ENCODER_WITHOUT_PARTS = new BinaryMessageEncoder<>(AVRO,
            ImageBatchSchemas.WITHOUT_PARTS);

    static {
        DECODER.addSchema(ImageBatchSchemas.WITHOUT_TILES);
        DECODER.addSchema(ImageBatchSchemas.WITHOUT_PARTS);
        // Avro reads records of no class that it was not told to trust
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(),
                ClassSecurityValidator.builder().add(ImageBatchRecord.class).add(ImageHash.class)
                        .add(SplitSymbol.class).add(TranslationRecord.class).add(ImagePartRecord.class)
                        .add(TileRecord.class).build()));
    }

    /** First byte of the records that Confluent's and Apicurio's serializers write, before the schema's id. */
    private static final byte REGISTRY_FRAME = 0;

    private ImageBatchCodec() {}

    public static byte[] encode(ImageBatch batch) {
        try {
            return toBytes(encoder(batch.images()).encode(toRecord(batch)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot encode " + batch.images() + " of line " + batch.line(), e);
        }
    }

    /** Writes the oldest version of the schema that holds the batch. */
    private static BinaryMessageEncoder<ImageBatchRecord> encoder(Images images) {
        if (images.parts().isEmpty()) {
            return ENCODER_WITHOUT_PARTS;
        }
        return images.parts().stream().allMatch(part -> part.tile() == null) ? ENCODER_WITHOUT_TILES : ENCODER;
    }

    /**
     * Reads all versions of the schema.
     *
     * @throws InvalidFieldException if the bytes are no batch, or one that breaks the contract
     */
    public static ImageBatch decode(byte[] bytes) {
        Require.that(bytes != null && bytes.length > 0, "value", "is empty, expected an image batch");
        Require.that(bytes[0] != REGISTRY_FRAME, "value",
                "begins with 0x00, the framing of a schema registry such as Confluent's, "
                        + "expected Avro single-object encoding of image-batch.avsc, which begins with 0xC3 0x01");
        AvroLengths.require(bytes);
        return fromRecord(parse(bytes));
    }

    private static ImageBatchRecord parse(byte[] bytes) {
        try {
            return DECODER.decode(bytes);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new InvalidFieldException("value",
                    "is no image batch (Avro single-object encoding of image-batch.avsc): " + e.getMessage(), e);
        }
    }

    private static ImageBatchRecord toRecord(ImageBatch batch) {
        BatchOrigin origin = batch.origin();
        ImageShape shape = batch.images().shape();
        ImageBatchRecord.Builder builder = ImageBatchRecord.newBuilder()
                .setLine(origin.line())
                .setDataset(origin.dataset())
                .setSplit(SplitSymbol.valueOf(origin.split().name()))
                .setCapturedAt(origin.capturedAt().toEpochMilli())
                .setHeight(shape.height())
                .setWidth(shape.width())
                .setChannels(shape.channels())
                .setPixels(ByteBuffer.wrap(batch.images().pixels()))
                .setImageHashes(batch.images().hashes().stream().map(ImageHash::new).toList());
        if (batch instanceof LabelledBatch labelled) {
            builder.setClassNames(labelled.labels().classNames());
            builder.setLabels(Arrays.stream(labelled.labels().values()).boxed().toList());
        }
        Translation translation = origin.translation();
        if (translation != null) {
            builder.setTranslation(new TranslationRecord(translation.generatorVersion(), translation.sourceTopic(),
                    translation.sourcePartition(), translation.sourceOffset()));
        }
        if (!batch.images().parts().isEmpty()) {
            builder.setParts(batch.images().parts().stream().map(ImageBatchCodec::toRecord).toList());
        }
        return builder.build();
    }

    private static ImagePartRecord toRecord(ImagePart part) {
        ImageTile tile = part.tile();
        return new ImagePartRecord(part.partId(), part.fileName(),
                part.capturedAt() == null ? null : part.capturedAt().toEpochMilli(),
                tile == null ? null : new TileRecord(tile.index(), tile.count()));
    }

    private static List<ImagePart> parts(List<ImagePartRecord> parts) {
        return parts == null ? List.of() : parts.stream().map(ImageBatchCodec::part).toList();
    }

    private static ImagePart part(ImagePartRecord part) {
        Instant capturedAt = part.getCapturedAt() == null ? null : Instant.ofEpochMilli(part.getCapturedAt());
        TileRecord tile = part.getTile();
        return new ImagePart(part.getPartId(), part.getFileName(), capturedAt,
                tile == null ? null : new ImageTile(tile.getIndex(), tile.getCount()));
    }

    private static ImageBatch fromRecord(ImageBatchRecord batch) {
        ImageShape shape = new ImageShape(batch.getChannels(), batch.getHeight(), batch.getWidth());
        byte[] pixels = toBytes(batch.getPixels());
        Images images = new Images(shape, batch.getImageHashes().size(), pixels, parts(batch.getParts()));
        requireHashes(images, batch.getImageHashes());
        BatchOrigin origin = new BatchOrigin(batch.getLine(), batch.getDataset(),
                Split.valueOf(batch.getSplit().name()),
                Instant.ofEpochMilli(batch.getCapturedAt()), translation(batch.getTranslation()));
        if (batch.getLabels() == null) {
            return new UnlabelledBatch(origin, images);
        }
        Require.present("classNames", batch.getClassNames());
        int[] values = batch.getLabels().stream().mapToInt(Integer::intValue).toArray();
        return new LabelledBatch(origin, images, new Labels(batch.getClassNames(), values));
    }

    private static Translation translation(TranslationRecord translation) {
        return translation == null
                ? null
                : new Translation(translation.getGeneratorVersion(), translation.getSourceTopic(),
                        translation.getSourcePartition(),
                        translation.getSourceOffset());
    }

    private static void requireHashes(Images images, List<ImageHash> stated) {
        List<byte[]> computed = images.hashes();
        for (int i = 0; i < stated.size(); i++) {
            Require.that(Arrays.equals(stated.get(i).bytes(), computed.get(i)), "imageHashes[" + i + "]",
                    "is not the SHA-256 of the image's pixels: the image was damaged on its way");
        }
    }

    private static byte[] toBytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
