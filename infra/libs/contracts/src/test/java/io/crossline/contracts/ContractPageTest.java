package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What README.md tells people who write image batches in another language. */
class ContractPageTest {

    private final String page = read();

    @Test
    void sampleRecordsAreTheBatchesThatThePageDescribes() {
        List<byte[]> samples = page.lines().map(String::strip).filter(line -> line.matches("c301[0-9a-f]+"))
                .map(HexFormat.of()::parseHex).toList();

        assertThat(samples).hasSize(3);
        assertThat(ImageBatchCodec.decode(samples.get(0))).isEqualTo(Batches.named());
        assertThat(ImageBatchCodec.decode(samples.get(1))).isEqualTo(Batches.labelled());
        assertThat(ImageBatchCodec.decode(samples.get(2))).isEqualTo(Batches.tiled());
    }

    @Test
    void fingerprintsAreThoseOfTheSchemas() {
        assertThat(page).contains("`" + fingerprint(ImageBatchSchemas.CURRENT) + "`")
                .contains("`" + fingerprint(ImageBatchSchemas.WITHOUT_TILES) + "`")
                .contains("`" + fingerprint(ImageBatchSchemas.WITHOUT_PARTS) + "`");
    }

    @Test
    void theExampleWritesTheSchemaThatItReads() throws IOException {
        assertThat(Files.readString(Path.of("../../examples/python/producer.py")))
                .contains("\"" + fingerprint(ImageBatchSchemas.CURRENT) + "\"");
    }

    @Test
    void limitsAreThoseOfTheCode() {
        assertThat(page).contains("`partId` (at most " + ImagePart.LONGEST_PART_ID + " characters)")
                .contains("`fileName` (" + ImagePart.LONGEST_FILE_NAME + ")")
                .contains(String.format(Locale.ROOT, "At most %,d images", Images.MOST_PARTS))
                .contains(Topics.IMAGES_CAPTURED)
                .contains(Topics.deadLetter(Topics.IMAGES_CAPTURED));
    }

    /** In the order of its bytes in a record. */
    private static String fingerprint(Schema schema) {
        return HexFormat.of().formatHex(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(ImageBatchSchemas.fingerprint(schema)).array());
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
