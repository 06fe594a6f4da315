package io.crossline.networks.backbone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.crossline.contracts.BackboneFile;
import io.crossline.contracts.Sha256;

/**
 * The backbones of a folder, found by the SHA-256 of their files, whatever their names. Each is loaded once and stays loaded. Files may
 * come, go and change meanwhile. Safe for use by several threads.
 */
public final class Backbones implements AutoCloseable {

    private static final String ENDING = ".onnx";

    /** A file as it was when its hash was computed. */
    private record Seen(long size, FileTime modified, String sha256) {}

    private final Path folder;
    private final Map<Path, Seen> seen = new HashMap<>();
    /** By the hashes of the file and of its preprocessing. */
    private final Map<List<String>, Backbone> loaded = new HashMap<>();

    /** @param folder need not exist: there are no backbones then */
    public Backbones(Path folder) {
        this.folder = folder;
    }

    /**
     * @param nameOrSha256 name of a file in the folder, such as {@code resnet50.onnx}, or its SHA-256 in hex
     * @return empty if there is none
     * @throws BackboneException if the file cannot be used
     */
    public synchronized Optional<Backbone> find(String nameOrSha256) {
        for (Path file : files()) {
            if (file.getFileName().toString().equals(nameOrSha256) || sha256(file).equals(nameOrSha256)) {
                return Optional.of(load(file, PreprocessingFile.read(file).sha256()));
            }
        }
        return Optional.empty();
    }

    /** SHA-256 of each file, by its name, in the order of the names. */
    public synchronized Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        files().forEach(file -> known.put(file.getFileName().toString(), sha256(file)));
        return known;
    }

    /**
     * SHA-256 of a file that {@link #find} finds.
     *
     * @throws BackboneException if there is none or it cannot be used, as the rest of a sentence that begins with who names it
     */
    public synchronized String sha256(String nameOrSha256) {
        Optional<Backbone> found;
        try {
            found = find(nameOrSha256);
        } catch (BackboneException e) {
            throw new BackboneException("is '" + nameOrSha256 + "', which cannot be used: " + e.getMessage(), e);
        }
        return found.map(backbone -> backbone.file().sha256())
                .orElseThrow(() -> new BackboneException("is '" + nameOrSha256
                        + "', expected the name or the SHA-256 of an .onnx file in " + folder() + ", which has "
                        + (files().isEmpty() ? "none" : String.join(", ", known().keySet()))));
    }

    /**
     * The backbone that a model was trained on.
     *
     * @throws BackboneException if it is not in the folder, or prepares images in another way now
     */
    public synchronized Backbone require(BackboneFile wanted) {
        List<Path> same = files().stream().filter(file -> sha256(file).equals(wanted.sha256())).toList();
        if (same.isEmpty()) {
            throw new BackboneException("The model needs the backbone " + wanted.name() + " with SHA-256 "
                    + wanted.sha256() + ", which is not in " + folder());
        }
        for (Path file : same) {
            if (PreprocessingFile.read(file).sha256().equals(wanted.preprocessingSha256())) {
                return load(file, wanted.preprocessingSha256());
            }
        }
        throw new BackboneException("The model was trained when the JSON file beside the backbone "
                + same.get(0).getFileName() + " in " + folder() + " had other values (SHA-256 over them "
                + wanted.preprocessingSha256() + "): expected the same");
    }

    private Backbone load(Path file, String preprocessing) {
        return loaded.computeIfAbsent(List.of(sha256(file), preprocessing), unknown -> Backbone.load(file));
    }

    /** Where they are looked for. */
    public Path folder() {
        return folder.toAbsolutePath();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sha256(Path file) {
        try {
            long size = Files.size(file);
            FileTime modified = Files.getLastModifiedTime(file);
            Seen before = seen.get(file);
            if (before == null || before.size() != size || !before.modified().equals(modified)) {
                seen.put(file, new Seen(size, modified, hash(file)));
            }
            return seen.get(file).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public synchronized void close() {
        loaded.values().forEach(Backbone::close);
        loaded.clear();
    }
}
