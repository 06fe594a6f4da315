package io.crossline.datasets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.crossline.contracts.Sha256;

/** Hash over names, sizes and modification times of files: cheap, and another one as soon as a file changes. */
final class Fingerprint {

    private final MessageDigest digest = Sha256.digest();

    Fingerprint file(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return text(file.getFileName() + " " + attributes.size() + " " + attributes.lastModifiedTime().toMillis());
        } catch (IOException e) {
            throw new DatasetException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    Fingerprint text(String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
