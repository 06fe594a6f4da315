package io.crossline.ingest.watch;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.datasets.SystemFiles;

/**
 * Files in a line's folder and the folders in it. One is complete once its size and time are the same in two looks, so
 * that none is taken half written; one that was moved there whole is complete from the second look on. What belongs to
 * the system and {@code .part}, {@code .tmp} and {@code .crdownload} are passed over.
 */
final class IncomingFiles {

    /** Of folders in folders, such as {@code 2026/01/05}. */
    private static final int DEPTH = 8;
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".crdownload");

    private final Path folder;
    private Map<Path, FileStamp> seen = Map.of();

    IncomingFiles(Path folder) {
        this.folder = folder;
    }

    /** Looks again: complete files in the order of their names. */
    List<Path> complete() throws IOException {
        Map<Path, FileStamp> now = new TreeMap<>();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, new Look(now));
        List<Path> complete = now.entrySet().stream().filter(file -> file.getValue().equals(seen.get(file.getKey())))
                .map(Map.Entry::getKey).toList();
        seen = now;
        return complete;
    }

    private final class Look extends SimpleFileVisitor<Path> {

        private final Map<Path, FileStamp> files;

        Look(Map<Path, FileStamp> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(folder) || !SystemFiles.include(directory)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (attributes.isRegularFile() && !SystemFiles.include(file)
                    && UNFINISHED.stream().noneMatch(name::endsWith)) {
                files.put(file, FileStamp.of(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        /** One that was taken away between listing and looking is none; a folder that cannot be read ends the look. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException && !file.equals(folder)) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
