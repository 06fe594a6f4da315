package io.crossline.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;

import io.crossline.contracts.Sha256;

/**
 * SHA-256, in hex, of a file.
 *
 * @param file as it lies there
 * @param content decompressed; empty if it cannot be decompressed
 */
record FileChecksum(String file, String content) {

    static FileChecksum of(Path path) {
        return of(path, path.getFileName().toString());
    }

    /** @param name ends in the suffix that says how the file is packed, whatever the file itself is called */
    static FileChecksum of(Path path, String name) {
        try (InputStream packed = Files.newInputStream(path)) {
            return new FileChecksum(sha256(packed), content(path, name));
        } catch (IOException e) {
            throw new DatasetException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String content(Path path, String name) {
        try (InputStream content = CompressedFile.open(path, name)) {
            return sha256(content);
        } catch (IOException e) {
            // not packed as its name says, or cut off: no content to compare
            return "";
        }
    }

    private static String sha256(InputStream in) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    boolean isOneOf(Set<String> accepted) {
        return accepted.contains(file) || accepted.contains(content);
    }
}
