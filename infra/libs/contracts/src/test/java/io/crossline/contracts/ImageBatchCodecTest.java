package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.crossline.contracts.avro.ImageBatchRecord;
import io.crossline.contracts.avro.ImagePartRecord;

class ImageBatchCodecTest {

    static Stream<ImageBatch> batches() {
        return Stream.of(Batches.labelled(), Batches.unlabelled(), Batches.translated(), Batches.named());
    }

    @ParameterizedTest
    @MethodSource("batches")
    void batchSurvivesTheWayThroughKafka(ImageBatch batch) {
        ImageBatch decoded = ImageBatchCodec.decode(ImageBatchCodec.encode(batch));

        assertThat(decoded).isEqualTo(batch);
        assertThat(decoded.id()).isEqualTo(batch.id());
    }

    @Test
    void payloadsOfEarlierVersionsStayReadable() throws IOException {
        // Given the bytes that the first version wrote
        byte[] golden = HexFormat.of().parseHex(resource("golden/labelled-batch-v1.hex"));

        // When they are read today, then nothing is lost, and today's writer makes the same bytes
        assertThat(ImageBatchCodec.decode(golden)).isEqualTo(Batches.labelled());
        assertThat(HexFormat.of().formatHex(ImageBatchCodec.encode(Batches.labelled())))
                .isEqualTo(HexFormat.of().formatHex(golden));
    }

    @Test
    void namedPartsAreWrittenAsTheGoldenPayload() throws IOException {
        byte[] golden = HexFormat.of().parseHex(resource("golden/named-batch-v2.hex"));

        assertThat(HexFormat.of().formatHex(ImageBatchCodec.encode(Batches.named())))
                .isEqualTo(HexFormat.of().formatHex(golden));
        assertThat(ImageBatchCodec.decode(golden)).isEqualTo(Batches.named());
    }

    @Test
    void tilesAreWrittenAsTheGoldenPayload() throws IOException {
        byte[] golden = HexFormat.of().parseHex(resource("golden/tiled-batch-v3.hex"));

        assertThat(HexFormat.of().formatHex(ImageBatchCodec.encode(Batches.tiled())))
                .isEqualTo(HexFormat.of().formatHex(golden));
        assertThat(ImageBatchCodec.decode(golden)).isEqualTo(Batches.tiled());
    }

    @Test
    void readersFromBeforeTilesReadThePartsOfTiles() throws IOException {
        // Given a reader of version 2 that finds version 3 by its fingerprint
        BinaryMessageDecoder<GenericRecord> before = new BinaryMessageDecoder<>(GenericData.get(),
                ImageBatchSchemas.WITHOUT_TILES);
        before.addSchema(ImageBatchSchemas.CURRENT);

        GenericRecord read = before.decode(HexFormat.of().parseHex(resource("golden/tiled-batch-v3.hex")));

        GenericRecord part = (GenericRecord) ((List<?>) read.get("parts")).get(1);
        assertThat(part.hasField("tile")).isFalse();
        assertThat(part.get("partId")).hasToString("P-0001");
    }

    @Test
    void readersFromBeforeNamesReadAllElse() throws IOException {
        // Given a reader of version 1 that finds version 2 by its fingerprint
        BinaryMessageDecoder<GenericRecord> before = new BinaryMessageDecoder<>(GenericData.get(),
                ImageBatchSchemas.WITHOUT_PARTS);
        before.addSchema(ImageBatchSchemas.WITHOUT_TILES);
        byte[] golden = HexFormat.of().parseHex(resource("golden/named-batch-v2.hex"));

        // When it reads a record with names, then they are passed over
        GenericRecord read = before.decode(golden);
        assertThat(read.hasField("parts")).isFalse();
        assertThat(read.get("line")).hasToString("line-a");
        assertThat((List<?>) read.get("imageHashes")).hasSize(3);
    }

    @Test
    void readersOfVersionOneReadRecordsWithoutNames() throws IOException {
        GenericRecord read = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), ImageBatchSchemas.WITHOUT_PARTS)
                .decode(ImageBatchCodec.encode(Batches.unlabelled()));

        assertThat(read.get("dataset")).hasToString("sim-clean-0001");
    }

    @Test
    void partsMustMatchTheImagesInNumber() {
        refuses("parts", "has 1 entries, expected one for each of the 3 images",
                batch -> batch.setParts(List.of(new ImagePartRecord("P-1", null, null, null))));
    }

    @Test
    void namesAreShortTextOnOneLine() {
        refuses("partId", "has 201 characters, expected at most 200", named("x".repeat(201), null, null));
        refuses("partId", "must not be empty", named(" ", null, null));
        refuses("partId", "has a control character", named("P-1\u0000", null, null));
        refuses("fileName", "has 501 characters, expected at most 500", named(null, "x".repeat(501), null));
        refuses("capturedAt", "is 1969-12-31", named(null, null, -1L));
    }

    @Test
    void namesOfMorePartsThanAPredictionCarriesAreRefused() {
        int count = Images.MOST_PARTS + 1;

        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new Images(new ImageShape(1, 1, 1), count, new byte[count],
                        Collections.nCopies(count, new ImagePart("P-1", null, null))))
                .withMessageContaining("parts has 10001 entries, expected at most 10000");
    }

    private static Consumer<ImageBatchRecord> named(String partId, String fileName, Long capturedAt) {
        ImagePartRecord part = new ImagePartRecord(partId, fileName, capturedAt, null);
        return batch -> batch.setParts(List.of(part, part, part));
    }

    @Test
    void labelsOfATargetLineCannotReachATrainer() {
        UnlabelledBatch decoded = ImageBatchCodec.decode(ImageBatchCodec.encode(Batches.labelled())).withoutLabels();

        assertThat(decoded).isEqualTo(Batches.unlabelled());
    }

    @Test
    void bytesThatAreNoBatchAreNamedSo() {
        byte[] json = "{\"line\":\"a\"}".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> ImageBatchCodec.decode(json))
                .withMessageContaining("is no image batch").satisfies(e -> assertThat(e.field()).isEqualTo("value"));
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> ImageBatchCodec.decode(null))
                .withMessageContaining("is empty");
    }

    @Test
    void truncatedBatchIsRefused() {
        byte[] whole = ImageBatchCodec.encode(Batches.labelled());
        byte[] truncated = java.util.Arrays.copyOf(whole, whole.length / 2);

        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> ImageBatchCodec.decode(truncated));
    }

    @Test
    void wrongTensorLengthSaysWhatWasExpected() {
        refuses("pixels", "has 3 bytes, expected 12", batch -> batch.setPixels(ByteBuffer.wrap(new byte[3])));
    }

    @Test
    void damagedPixelsAreFoundByTheirHash() {
        refuses("imageHashes[0]", "damaged", batch -> batch.setPixels(ByteBuffer.wrap(new byte[12])));
    }

    @Test
    void labelOutsideTheClassesIsNamed() {
        refuses("labels[1]", "is 7, expected 0 to 1", batch -> batch.setLabels(List.of(0, 7, 1)));
    }

    @Test
    void labelsMustMatchTheImagesInNumber() {
        refuses("labels", "has 2 values, expected one for each of the 3 images",
                batch -> batch.setLabels(List.of(0, 1)));
    }

    @Test
    void labelsWithoutClassNamesAreRefused() {
        refuses("classNames", "must not be missing", batch -> batch.setClassNames(null));
    }

    @Test
    void unreasonableShapeIsRefused() {
        refuses("channels", "is 2, expected 1 or 3", batch -> batch.setChannels(2));
        refuses("height", "is 100000, expected 1 to 1024", batch -> batch.setHeight(100_000));
    }

    private static void refuses(String field, String expected, Consumer<ImageBatchRecord> damage) {
        try {
            BinaryMessageDecoder<ImageBatchRecord> decoder = ImageBatchRecord.getDecoder();
            decoder.addSchema(ImageBatchSchemas.WITHOUT_PARTS);
            ImageBatchRecord batch = decoder.decode(ImageBatchCodec.encode(Batches.labelled()));
            damage.accept(batch);
            byte[] bytes = ImageBatchRecord.getEncoder().encode(batch).array();

            assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> ImageBatchCodec.decode(bytes))
                    .withMessageContaining(expected).satisfies(e -> assertThat(e.field()).isEqualTo(field));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ImageBatchCodecTest.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(in).as("resource " + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }
}
