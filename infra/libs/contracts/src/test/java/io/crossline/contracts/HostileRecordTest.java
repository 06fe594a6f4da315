package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.management.ThreadMXBean;

/** Records of a few bytes that claim gigabytes. */
class HostileRecordTest {

    private static final long TWO_GIB = Integer.MAX_VALUE - 8L;
    private static final long MOST_BYTES = 4L << 20;
    /** Schema fingerprint and marker. */
    private static final int HEADER = 10;

    static Stream<Arguments> records() throws IOException {
        return Stream.of(
                Arguments.of("line", record(out -> out.writeLong(TWO_GIB))),
                Arguments.of("dataset", record(out -> {
                    out.writeString("line-a");
                    out.writeLong(TWO_GIB);
                })),
                Arguments.of("pixels", record(out -> {
                    upToPixels(out);
                    out.writeLong(TWO_GIB);
                })),
                Arguments.of("negative length of pixels", record(out -> {
                    upToPixels(out);
                    out.writeLong(-1);
                })),
                Arguments.of("imageHashes", record(out -> {
                    upToHashes(out);
                    out.writeLong(TWO_GIB);
                })),
                Arguments.of("imageHashes of 2^62", record(out -> {
                    upToHashes(out);
                    out.writeLong(1L << 62);
                })),
                Arguments.of("imageHashes with a block size", record(out -> {
                    upToHashes(out);
                    out.writeLong(-TWO_GIB);
                    out.writeLong(1L << 62);
                })),
                Arguments.of("classNames", record(out -> {
                    upToHashes(out);
                    out.writeLong(0);
                    out.writeIndex(1);
                    out.writeLong(TWO_GIB);
                })),
                Arguments.of("labels", record(out -> {
                    upToHashes(out);
                    out.writeLong(0);
                    out.writeIndex(1);
                    out.writeLong(0);
                    out.writeIndex(1);
                    out.writeLong(TWO_GIB);
                })),
                Arguments.of("parts", record(Batches.named(), out -> {
                    upToParts(out);
                    out.writeLong(TWO_GIB);
                })),
                Arguments.of("part id", record(Batches.named(), out -> {
                    upToParts(out);
                    out.writeLong(1);
                    out.writeIndex(1);
                    out.writeLong(TWO_GIB);
                })),
                Arguments.of("name of a class", record(out -> {
                    upToHashes(out);
                    out.writeLong(0);
                    out.writeIndex(1);
                    out.writeLong(1);
                    out.writeLong(TWO_GIB);
                })));
    }

    /** Given a declared length far over what the record holds, when it is decoded, then it is refused without memory for that length. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void whatARecordDeclaresIsNotAllocated(String what, byte[] record) {
        assertThat(record).hasSizeLessThan(200);
        refused(record);
        long before = allocated();

        refused(record);

        assertThat(allocated() - before).as("bytes allocated for %s", what).isLessThan(MOST_BYTES);
    }

    /** Numbers of 2 GB cost a JSON event nothing: a list is as long as its text. */
    @ParameterizedTest
    @MethodSource("deepJson")
    void jsonThatNestsOrGrowsIsRefused(byte[] json) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> Json.decode(json, TrainingProgress.class)).satisfies(e -> assertThat(e.getMessage())
                        .hasSizeLessThan(2000));
    }

    static Stream<byte[]> deepJson() {
        return Stream.of(("{\"a\":" + "[".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8),
                ("{\"jobId\":\"" + "x".repeat(25_000_000) + "\"}").getBytes(StandardCharsets.UTF_8),
                ("{\"fraction\":" + "9".repeat(1_000_000) + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(byte[] record) {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> ImageBatchCodec.decode(record))
                .satisfies(e -> assertThat(e.field()).isEqualTo("value"));
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private interface Content {
        void write(BinaryEncoder out) throws IOException;
    }

    private static byte[] record(Content content) throws IOException {
        return record(Batches.labelled(), content);
    }

    /** @param like a batch of the same schema */
    private static byte[] record(ImageBatch like, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Arrays.copyOf(ImageBatchCodec.encode(like), HEADER));
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        content.write(out);
        out.flush();
        bytes.writeBytes(new byte[16]);
        return bytes.toByteArray();
    }

    private static void upToPixels(BinaryEncoder out) throws IOException {
        out.writeString("line-a");
        out.writeString("set");
        out.writeEnum(0);
        out.writeLong(0);
        out.writeInt(2);
        out.writeInt(2);
        out.writeInt(1);
    }

    private static void upToParts(BinaryEncoder out) throws IOException {
        upToHashes(out);
        out.writeLong(0);
        out.writeIndex(0);
        out.writeIndex(0);
        out.writeIndex(0);
        out.writeIndex(1);
    }

    private static void upToHashes(BinaryEncoder out) throws IOException {
        upToPixels(out);
        out.writeBytes(new byte[4]);
    }
}
