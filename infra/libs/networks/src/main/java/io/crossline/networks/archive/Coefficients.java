package io.crossline.networks.archive;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The parameters of a network as ND4J writes them: two buffers, each with the name of an allocation mode, its length as 8 bytes, the name
 * of its type, and its values, most significant byte first. The first buffer is the shape (type {@code LONG}), the second one has the parameters
 * (type {@code FLOAT}).
 *
 * <p>
 * ND4J's own reader allocates what a length declares before it looks whether the bytes are there; this one compares both before it allocates.
 */
final class Coefficients {

    /** Values of a shape: rank, then length and stride of each dimension, then three more. */
    private static final int MOST_SHAPE_VALUES = 16;

    private Coefficients() {}

    /**
     * @return the parameters, in their order
     * @throws CorruptArchiveException unless there are exactly as many as the header says
     */
    static float[] read(byte[] bytes) {
        ByteArrayInputStream stream = new ByteArrayInputStream(bytes);
        DataInputStream data = new DataInputStream(stream);
        try {
            long shapeValues = header(data, "LONG");
            if (shapeValues < 1 || shapeValues > MOST_SHAPE_VALUES) {
                throw refused("a shape of " + shapeValues + " values, expected 1 to " + MOST_SHAPE_VALUES);
            }
            data.skipNBytes(shapeValues * Long.BYTES);
            long count = header(data, "FLOAT");
            int left = stream.available();
            if (count < 0 || count > ArchiveLimits.PARAMETERS || count * Float.BYTES != left) {
                throw refused(count + " parameters, which take " + Float.BYTES + " bytes each, and has " + left
                        + " bytes of them; expected at most " + ArchiveLimits.PARAMETERS
                        + " parameters, all of them there");
            }
            float[] values = new float[(int) count];
            ByteBuffer.wrap(bytes, bytes.length - left, left).asFloatBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new CorruptArchiveException("its " + NetworkFiles.COEFFICIENTS + " ends within a header", e);
        }
    }

    private static long header(DataInputStream data, String type) throws IOException {
        data.readUTF(); // how ND4J's writer had allocated the values
        long length = data.readLong();
        String found = data.readUTF();
        if (!found.equals(type)) {
            throw refused("values of another type than expected, " + type);
        }
        return length;
    }

    private static CorruptArchiveException refused(String declared) {
        return new CorruptArchiveException("its " + NetworkFiles.COEFFICIENTS + " declares " + declared);
    }
}
