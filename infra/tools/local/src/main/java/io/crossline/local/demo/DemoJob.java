package io.crossline.local.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Method;
import io.crossline.local.UserError;

/**
 * What the demo shall do; checked before anything is started.
 *
 * @param methods in the order of {@link Method}, without repetition
 * @param shape of all images, or null for the source's natural one
 * @param settings what is told of the target line
 * @param backbone that the classifiers stand on, or null
 * @param report where the summary goes as JSON, or null
 */
public record DemoJob(ImageSpec source, ImageSpec target, List<Method> methods, String preset, long seed,
        ImageShape shape, LineSettings settings, BackboneCopy backbone, Path report) {

    private static final int SIDE_STEP = 4;
    private static final List<String> PRESETS = List.of("quick", "best", "real", "seed");

    /** Without a backbone. */
    public DemoJob(ImageSpec source, ImageSpec target, List<Method> methods, String preset, long seed,
            ImageShape shape, LineSettings settings, Path report) {
        this(source, target, methods, preset, seed, shape, settings, null, report);
    }

    public DemoJob {
        if (!PRESETS.contains(preset)) {
            throw new UserError("--preset is '%s': expected one of %s.".formatted(preset, String.join(", ", PRESETS)));
        }
        methods = methods.stream().distinct().sorted().toList();
        if (source.resolved().equals(target.resolved())) {
            throw new UserError(
                    "--source and --target are both '%s': nothing to adapt to.".formatted(source.written()));
        }
        if (backbone != null && methods.contains(Method.CYCLEGAN)) {
            throw new UserError("--methods names cyclegan, which trains on pixels, not on a backbone's features: "
                    + "expected the other methods with --backbone.");
        }
        if (report != null) {
            requireWritable(report);
        }
    }

    /** The source line's name in Kafka. */
    public String sourceLine() {
        return source.name().equals(target.name()) ? source.name() + "-source" : source.name();
    }

    /** The target line's name in Kafka. */
    public String targetLine() {
        return source.name().equals(target.name()) ? target.name() + "-target" : target.name();
    }

    /** @throws UserError unless {@code text} is a comma-separated list of methods */
    public static List<Method> methods(String text) {
        try {
            List<Method> methods = Arrays.stream(text.split(",")).map(String::strip).filter(method -> !method.isEmpty())
                    .map(Method::of).toList();
            if (methods.isEmpty()) {
                throw new UserError("--methods is empty: expected some of %s.".formatted(Method.ids()));
            }
            return methods;
        } catch (InvalidFieldException e) {
            throw new UserError("--methods is '%s': %s.".formatted(text, e.getMessage()), e);
        }
    }

    /** @throws UserError unless {@code text} is HEIGHTxWIDTHxCHANNELS of a shape that the networks take */
    public static ImageShape shape(String text) {
        return shape(text, false);
    }

    /**
     * As {@link #shape(String)}.
     *
     * @param tiled whether pictures of this size are cut into tiles, which are what the networks take
     */
    public static ImageShape shape(String text, boolean tiled) {
        if (text == null) {
            return null;
        }
        try {
            ImageShape shape = ImageShape.parse(text);
            if (!text.matches("\\s*\\d+[xX]\\d+[xX]\\d+\\s*")) {
                throw new UserError("--size is '%s': expected HEIGHTxWIDTHxCHANNELS such as 28x28x1.".formatted(text));
            }
            if (!tiled && (!isSide(shape.height()) || !isSide(shape.width()))) {
                throw new UserError(
                        "--size is '%s': expected 28x28 to 256x256, both multiples of %d, such as 28x28x1 or 64x64x3."
                                .formatted(text, SIDE_STEP));
            }
            return shape;
        } catch (InvalidFieldException e) {
            throw new UserError("--size is '%s': expected HEIGHTxWIDTHxCHANNELS such as 28x28x1 (%s).".formatted(text,
                    e.getMessage()), e);
        }
    }

    /** As the networks take it. */
    private static boolean isSide(int pixels) {
        return pixels >= 28 && pixels <= 256 && pixels % SIDE_STEP == 0;
    }

    /** @throws UserError unless a file of this name can be written */
    public static void requireWritable(Path report) {
        requireWritable("--report", report);
    }

    /**
     * As {@link #requireWritable(Path)}.
     *
     * @param option that named the file
     */
    public static void requireWritable(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UserError("%s is '%s': expected a file in an existing folder that can be written to."
                    .formatted(option, file));
        }
    }
}
