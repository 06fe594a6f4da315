package io.crossline.datasets.ingestion;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Sha256;

/**
 * Name of a data set in Kafka, such as {@code idx-mnist-3f2a9c1d}: readable, and the same whenever the same data are
 * ingested the same way, so that every batch of a repeated ingestion is recognised.
 */
final class DatasetId {

    private static final int SLUG_LENGTH = 40;
    private static final int HASH_LENGTH = 8;

    private DatasetId() {}

    /**
     * @param pictures null where the data set has no picture files
     * @param fingerprint of the data themselves
     */
    static String of(IngestionRequest request, ImageShape shape, PictureSettings pictures, int batchSize,
            String fingerprint) {
        // what was ingested before there were settings keeps its name
        String made = pictures == null || pictures.equals(PictureSettings.STRETCHED) ? "" : "\n" + pictures;
        String identity = String.join("\n", request.spec().trim(), shape.toString(), request.labels().id(),
                Long.toString(request.seed()), String.valueOf(request.limit()), Integer.toString(batchSize),
                fingerprint) + made;
        return slug(request.spec()) + "-"
                + Sha256.hex(identity.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LENGTH);
    }

    /** Scheme and last part of the location: {@code folder:/data/Line A} becomes {@code folder-line-a}. */
    static String slug(String spec) {
        String text = spec.trim().replaceFirst("\\?.*$", "").replaceFirst("[/\\\\]+$", "");
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? text : text.substring(0, colon);
        String last = colon < 0
                ? ""
                : text.substring(Math.max(colon, Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'))) + 1);
        String slug = (scheme + "-" + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.length() <= SLUG_LENGTH ? slug : slug.substring(0, SLUG_LENGTH);
    }
}
