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

    private static final List<String> FOLDER_SCHEMES = List.of("idx", "libsvm", "folder");
    /** A profile's name, and what the simulator shall make of it; the simulator knows its options. */
    private static final Pattern SIMULATED = Pattern
            .compile("(?<profile>[A-Za-z0-9._-]+)(\\?[A-Za-z0-9.,:=&_-]+)?");
    /** The simulator's lines; a test compares them with its own list. */
    static final List<String> PROFILES = List.of("clean", "worn", "dim", "tilted", "glare", "aging", "relamped");
    private static final Set<String> DOWNLOADED = Set.of("mnist", "usps");
    private static final String EXPECTED = "expected sim:PROFILE, idx:DIR, libsvm:DIR, folder:DIR, mnist or usps";

    /**
     * @param option for the message: {@code --source}
     * @param here what relative folders are relative to
     * @throws UserError if it is no spec, or its folder is missing or empty
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
        if (colon < 0 || !FOLDER_SCHEMES.contains(scheme)) {
            throw new UserError("%s is '%s': %s.".formatted(option, text, EXPECTED));
        }
        int options = scheme.equals("folder") ? rest.indexOf('?') : -1;
        Path folder = folder(option, text, options < 0 ? rest : rest.substring(0, options), here);
        return new ImageSpec(text, scheme + ":" + folder + (options < 0 ? "" : rest.substring(options)),
                lineName(folder));
    }

    /** Whether its pictures are cut into tiles. */
    public boolean hasTiles() {
        return resolved.matches("folder:.*\\?(.*[&,])?tile=.*");
    }

    private static Path folder(String option, String text, String written, Path here) {
        if (written.isBlank()) {
            throw new UserError("%s is '%s': the folder is missing after the colon.".formatted(option, text));
        }
        Path folder;
        try {
            String fromHome = written.startsWith("~/")
                    ? System.getProperty("user.home") + written.substring(1)
                    : written;
            folder = here.resolve(fromHome).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UserError("%s is '%s': that is no path (%s).".formatted(option, text, e.getReason()), e);
        }
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
        return folder;
    }

    private static String lineName(Path folder) {
        String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "line" : plain.substring(0, Math.min(60, plain.length()));
    }
}
