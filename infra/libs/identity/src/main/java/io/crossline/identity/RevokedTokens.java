package io.crossline.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Ids of tokens that are no longer valid, in a text file with one id a line. It is read anew at each question. */
public final class RevokedTokens {

    private final Path file;

    /** @param file may be missing: then no token is revoked */
    public RevokedTokens(Path file) {
        this.file = file;
    }

    public boolean contains(String id) {
        return ids().contains(id);
    }

    public synchronized void add(String id) {
        Set<String> ids = ids();
        ids.add(id);
        try {
            PrivateFile.write(file, (String.join("\n", ids) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The revoked tokens cannot be written to " + file, e);
        }
    }

    private Set<String> ids() {
        try {
            return new LinkedHashSet<>(Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return new LinkedHashSet<>();
        } catch (IOException e) {
            throw new UncheckedIOException("The revoked tokens cannot be read from " + file, e);
        }
    }
}
