package io.crossline.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Computes {@link ImageBatch#id()}. Every part is preceded by its length, so that parts cannot run into each other. */
final class BatchId {

    private BatchId() {}

    static String of(ImageBatch batch) {
        MessageDigest digest = Sha256.digest();
        BatchOrigin origin = batch.origin();
        text(digest, origin.line());
        text(digest, origin.dataset());
        text(digest, origin.split().id());
        Translation translation = origin.translation();
        text(digest, translation == null ? "" : translation.toString());
        text(digest, batch.images().shape().toString());
        bytes(digest, batch.images().pixels());
        if (batch instanceof LabelledBatch labelled) {
            labelled.labels().classNames().forEach(name -> text(digest, name));
            for (int label : labelled.labels().values()) {
                number(digest, label);
            }
        }
        if (!batch.images().parts().isEmpty()) {
            text(digest, "parts");
            batch.images().parts().forEach(part -> part(digest, part));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void part(MessageDigest digest, ImagePart part) {
        text(digest, part.partId() == null ? "" : part.partId());
        text(digest, part.fileName() == null ? "" : part.fileName());
        text(digest, part.capturedAt() == null ? "" : part.capturedAt().toString());
        if (part.tile() != null) {
            text(digest, part.tile().toString());
        }
    }

    private static void text(MessageDigest digest, String text) {
        bytes(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(MessageDigest digest, byte[] bytes) {
        number(digest, bytes.length);
        digest.update(bytes);
    }

    private static void number(MessageDigest digest, int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
