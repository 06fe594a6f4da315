package io.crossline.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.crossline.local.UserError;

/**
 * Where a line's images come from, as the user wrote it.
 *
 * @param written {@code idx:../mnist}
 * @param resolved for the ingest service, which may run in another folder: {@code idx:/home/ada/mnist}
 * @param name short, for naming the line: {@code mnist}
 */
public record ImageSpec(String written, String resolved, String name) {

    private static final List<String> FOLDER_SCHEMES = List.of("idx", "libsvm", "folder", "voc");
    private static final List<String> FILE_SCHEMES = List.of("csv", "coco");
    /** A profile's name, and what the simulator shall make of it; the simulator knows its options. */
    private static final Pattern SIMULATED = Pattern
            .compile("(?<profile>[A-Za-z0-9._-]+)(\\?[A-Za-z0-9.,:=&_-]+)?");
    /** The simulator's lines; a test compares them with its own list. */
    static final List<String> PROFILES = List.of("clean", "worn", "dim", "tilted", "glare", "aging", "relamped");
    private static final Set<String> DOWNLOADED = Set.of("mnist", "usps");
    private static final String EXPECTED = "expected sim:PROFILE, idx:DIR, libsvm:DIR, folder:DIR, csv:FILE, coco:FILE, voc:DIR, mnist or usps";

    /**
     * @param option for the message: {@code --source}
     * @param here what relative folders are relative to
     * @throws UserError if it is no spec, its file is missing, or its folder is missing or empty
     */
    public static ImageSpec parse(String option, String text, Path here) {
        if (DOWNLOADED.contains(text)) {
            return new ImageSpec(text, text, text);
        }
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? text : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        if (colon >= 0 && scheme.equals("sim")) {
            Matcher simulated = SIMULATED.matcher(rest);
            if (!simulated.matches()) {
                throw new UserError(
                        "%s is '%s': expected sim:PROFILE such as sim:clean or sim:worn?images=2000&test=500."
                                .formatted(option, text));
            }
            String profile = simulated.group("profile");
            if (!PROFILES.contains(profile.toLowerCase(Locale.ROOT))) {
                throw new UserError("%s is '%s': there is no simulated line '%s', expected one of %s.".formatted(option,
                        text, profile, String.join(", ", PROFILES)));
            }
            return new ImageSpec(text, text, profile);
        }
        boolean isFile = FILE_SCHEMES.contains(scheme);
        if (colon < 0 || !isFile && !FOLDER_SCHEMES.contains(scheme)) {
            throw new UserError("%s is '%s': %s.".formatted(option, text, EXPECTED));
        }
        // the ingest service knows the options behind the question mark
        int question = rest.indexOf('?');
        String written = question < 0 ? rest : rest.substring(0, question);
        String options = question < 0 ? "" : rest.substring(question);
        Path path = path(option, text, written, here);
        if (isFile) {
            requireFile(option, text, path);
        } else {
            requireFolder(option, text, path);
        }
        return new ImageSpec(text, scheme + ":" + path + options, lineName(path));
    }

    /** Whether its pictures are cut into tiles. */
    public boolean hasTiles() {
        return resolved.matches("(folder|csv|coco|voc):.*\\?(.*[&,])?tile=.*");
    }

    private static Path path(String option, String text, String written, Path here) {
        if (written.isBlank()) {
            throw new UserError("%s is '%s': the path is missing after the colon.".formatted(option, text));
        }
        try {
            String fromHome = written.startsWith("~/")
                    ? System.getProperty("user.home") + written.substring(1)
                    : written;
            return here.resolve(fromHome).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UserError("%s is '%s': that is no path (%s).".formatted(option, text, e.getReason()), e);
        }
    }

    private static void requireFile(String option, String text, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError("%s is '%s': there is no file %s.".formatted(option, text, file));
        }
    }

    private static void requireFolder(String option, String text, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("%s is '%s': there is no folder %s.".formatted(option, text, folder));
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isEmpty()) {
                throw new UserError("%s is '%s': the folder %s is empty.".formatted(option, text, folder));
            }
        } catch (IOException e) {
            throw new UserError("%s is '%s': the folder %s cannot be read (%s).".formatted(option, text, folder, e), e);
        }
    }

    private static String lineName(Path folder) {
        String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "line" : plain.substring(0, Math.min(60, plain.length()));
    }
}
