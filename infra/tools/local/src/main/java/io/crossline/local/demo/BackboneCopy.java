package io.crossline.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.crossline.contracts.Sha256;
import io.crossline.local.UserError;

/**
 * A backbone that a demo is asked for: an ONNX file and the JSON file beside it. Both are copied to the folder where the services look
 * for backbones, and stay there: the models need them.
 *
 * @param sha256 of the ONNX file, by which an adaptation names it
 */
public record BackboneCopy(Path onnx, String sha256) {

    private static final String ENDING = ".onnx";

    /** @throws UserError unless both files are there and can be read */
    public static BackboneCopy of(Path onnx) {
        if (!onnx.getFileName().toString().endsWith(ENDING) || !Files.isRegularFile(onnx)) {
            throw new UserError("--backbone is '%s': expected a file that ends in .onnx.".formatted(onnx));
        }
        if (!Files.isRegularFile(description(onnx))) {
            throw new UserError("--backbone is '%s': expected %s beside it, which says how an image becomes its input."
                    .formatted(onnx, description(onnx).getFileName()));
        }
        try {
            return new BackboneCopy(onnx, Sha256.hex(Files.readAllBytes(onnx)));
        } catch (IOException e) {
            throw new UserError("--backbone is '%s': it cannot be read (%s).".formatted(onnx, e), e);
        }
    }

    /**
     * @param folder of the services' backbones
     * @throws IOException if the files cannot be copied
     */
    public void into(Path folder) throws IOException {
        Files.createDirectories(folder);
        // the hash in the name keeps files apart that have the same name
        String name = onnx.getFileName().toString().replace(ENDING, "");
        Path copy = folder.resolve(name + "-" + sha256.substring(0, 8) + ENDING);
        Files.copy(description(onnx), description(copy), StandardCopyOption.REPLACE_EXISTING);
        if (!Files.exists(copy)) {
            Path partly = folder.resolve(copy.getFileName() + ".part");
            Files.copy(onnx, partly, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partly, copy);
        }
    }

    private static Path description(Path onnx) {
        return onnx.resolveSibling(onnx.getFileName().toString().replace(ENDING, ".json"));
    }
}
