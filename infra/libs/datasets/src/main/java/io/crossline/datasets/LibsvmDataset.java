package io.crossline.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;

/**
 * A folder in USPS's layout: {@code usps} and {@code usps.t}, plain or {@code .bz2}, an image a line. Lines that are no
 * image are rejected with their number; the others go on. Values are resized as numbers and rounded once, at the end.
 */
final class LibsvmDataset implements Dataset {

    private static final Map<Split, String> NAMES = new TreeMap<>(Map.of(Split.TRAIN, "usps", Split.TEST, "usps.t"));
    private static final ImageShape NATURAL = new ImageShape(1, 28, 28);

    private final Map<Split, LibsvmFile> files = new TreeMap<>();
    private final String fingerprint;

    /** Decompresses both files once, so that a damaged one is known before its first image is used. */
    LibsvmDataset(Path directory) {
        Fingerprint found = new Fingerprint();
        NAMES.forEach((split, name) -> {
            Path file = CompressedFile.require(directory, ".bz2", name);
            files.put(split, LibsvmFile.open(file));
            found.file(file);
        });
        fingerprint = found.hex();
    }

    @Override
    public ImageShape naturalShape() {
        return NATURAL;
    }

    @Override
    public List<String> classNames() {
        return IntStream.range(0, LibsvmLine.CLASSES).mapToObj(Integer::toString).toList();
    }

    @Override
    public List<Split> splits() {
        return List.copyOf(files.keySet());
    }

    @Override
    public OptionalLong count(Split split) {
        return OptionalLong.of(files.get(split).lines());
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void read(Split split, ImageShape shape, PictureSettings pictures, SampleSink sink) {
        LibsvmFile file = files.get(split);
        ImageFitter fitter = new ImageFitter(shape);
        try (BufferedReader lines = file.reader()) {
            int number = 1;
            for (String line = lines.readLine(); line != null && sink.wantsMore(); line = lines.readLine()) {
                if (!line.isBlank()) {
                    read(line, file.path() + " line " + number, fitter, sink);
                }
                number++;
            }
        } catch (IOException e) {
            throw LibsvmFile.unreadable(file.path(), e);
        }
    }

    private static void read(String text, String item, ImageFitter fitter, SampleSink sink) {
        LibsvmLine line;
        try {
            line = LibsvmLine.parse(text);
        } catch (DatasetException e) {
            sink.reject(item, e.getMessage());
            return;
        }
        sink.accept(fitter.fit(line.values(), LibsvmLine.SIZE), line.label());
    }
}
