package io.crossline.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.InvalidFieldException;

/** Finds part id and capture time of a picture file: in the {@link Sidecar} beside it, else in its name. */
public final class PartSource {

    /** Sidecars alone. */
    public static final PartSource SIDECARS = new PartSource(Optional.empty());

    private final Optional<FileNamePattern> pattern;

    /** @param pattern that each file name without a sidecar must match; where there is none, names say nothing */
    public PartSource(Optional<FileNamePattern> pattern) {
        this.pattern = pattern;
    }

    /**
     * @return without file name, {@link ImagePart#UNNAMED} where nothing is known
     * @throws DatasetException if the sidecar cannot be used, or the name does not match
     */
    public ImagePart of(Path picture) {
        Path sidecar = Sidecar.of(picture);
        if (Files.isRegularFile(sidecar)) {
            return Sidecar.read(sidecar);
        }
        try {
            return pattern.map(names -> names.part(picture.getFileName().toString())).orElse(ImagePart.UNNAMED);
        } catch (InvalidFieldException e) {
            throw new DatasetException("has a name of which " + e.getMessage(), e);
        }
    }
}
