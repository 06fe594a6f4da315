package io.crossline.adaptation.trainer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** A training run's state as bytes: what run it is of, its state, and a CRC-32. */
final class CheckpointFormat {

    private static final String FORMAT = "crossline checkpoint 1";

    private CheckpointFormat() {}

    /** @param run what must be the same for another run to go on from here */
    static byte[] write(String run, List<Stateful> state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(FORMAT);
            out.writeUTF(run);
            for (Stateful part : state) {
                part.save(out);
            }
            out.writeLong(checksum(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws UnusableCheckpointException if the bytes are damaged or of another run; the state may be changed in part */
    static void read(byte[] bytes, String run, List<Stateful> state) {
        int length = bytes.length - Long.BYTES;
        if (length < 0) {
            throw new UnusableCheckpointException("it has " + bytes.length + " bytes only");
        }
        try (DataInputStream checksum = new DataInputStream(new ByteArrayInputStream(bytes, length, Long.BYTES));
                DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            if (checksum.readLong() != checksum(Arrays.copyOf(bytes, length))) {
                throw new UnusableCheckpointException("its checksum is wrong, it is damaged");
            }
            String format = in.readUTF();
            if (!format.equals(FORMAT)) {
                throw new UnusableCheckpointException("its format is '" + format + "', expected '" + FORMAT + "'");
            }
            String savedRun = in.readUTF();
            if (!savedRun.equals(run)) {
                throw new UnusableCheckpointException("it is of the run " + savedRun + ", this is " + run);
            }
            for (Stateful part : state) {
                part.load(in);
            }
        } catch (IOException e) {
            throw new UnusableCheckpointException(String.valueOf(e.getMessage()), e);
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
