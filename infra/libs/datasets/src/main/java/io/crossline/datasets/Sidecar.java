package io.crossline.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;

/** The file {@code name.json} beside a picture {@code name.png}: {@code {"partId": "P-1", "capturedAt": "2026-01-02T03:04:05Z"}}. */
public final class Sidecar {

    private static final String SUFFIX = ".json";
    private static final int MAX_BYTES = 64 * 1024;

    private Sidecar() {}

    /** @param partId or null, as {@code capturedAt} */
    private record SidecarJson(String partId, String capturedAt) {}

    /** Where the sidecar of a picture is, whether it is there or not. */
    public static Path of(Path picture) {
        String name = picture.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return picture.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + SUFFIX);
    }

    /** Whether a file is named like one. */
    public static boolean isNamedLike(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    /** @throws DatasetException naming the sidecar and what is wrong in it */
    static ImagePart read(Path sidecar) {
        try {
            if (Files.size(sidecar) > MAX_BYTES) {
                throw new DatasetException(
                        "has " + sidecar.getFileName() + " beside it, of more than " + MAX_BYTES + " bytes");
            }
            SidecarJson content = Json.decode(Files.readAllBytes(sidecar), SidecarJson.class);
            if (content == null || content.partId() == null && content.capturedAt() == null) {
                throw new InvalidFieldException("value", "has neither partId nor capturedAt");
            }
            return new ImagePart(content.partId(), null,
                    content.capturedAt() == null ? null : CaptureTime.parse(content.capturedAt()));
        } catch (IOException | InvalidFieldException e) {
            throw new DatasetException("has " + sidecar.getFileName() + " beside it, of which " + e.getMessage(), e);
        }
    }
}
