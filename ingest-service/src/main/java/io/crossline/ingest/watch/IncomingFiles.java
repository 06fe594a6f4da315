package io.crossline.ingest.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Files in a line's folder and its class folders. One is complete once its size and time are the same in two looks, so
 * that none is taken half written; one that was moved there whole is complete from the second look on. Hidden files and
 * {@code .part}, {@code .tmp} and {@code .crdownload} are passed over.
 */
final class IncomingFiles {

    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".crdownload");

    private final Path folder;
    private Map<Path, Stamp> seen = Map.of();

    IncomingFiles(Path folder) {
        this.folder = folder;
    }

    private record Stamp(long bytes, long modified) {}

    /** Looks again: complete files in the order of their names. */
    List<Path> complete() throws IOException {
        Map<Path, Stamp> now = new HashMap<>();
        List<Path> complete = new ArrayList<>();
        List<Path> places = new ArrayList<>(List.of(folder));
        places.addAll(classFolders());
        for (Path place : places) {
            for (Path file : visible(place)) {
                look(file, now, complete);
            }
        }
        seen = now;
        return complete;
    }

    private void look(Path file, Map<Path, Stamp> now, List<Path> complete) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            // taken away again between listing and looking
            return;
        }
        if (attributes.isRegularFile()) {
            Stamp stamp = new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
            now.put(file, stamp);
            if (stamp.equals(seen.get(file))) {
                complete.add(file);
            }
        }
    }

    /** Names of the class folders, in order. */
    List<String> classNames() throws IOException {
        return classFolders().stream().map(path -> path.getFileName().toString()).toList();
    }

    private List<Path> classFolders() throws IOException {
        return visible(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> visible(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(IncomingFiles::isForUs).sorted().toList();
        }
    }

    private static boolean isForUs(Path entry) {
        String name = entry.getFileName().toString();
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith);
    }
}
