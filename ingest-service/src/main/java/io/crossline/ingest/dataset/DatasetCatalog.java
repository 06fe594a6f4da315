package io.crossline.ingest.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.ingest.simulator.SimulatedLine;
import io.crossline.ingest.simulator.SimulatorSpec;

/** All kinds of data sets, and how to open each. */
public final class DatasetCatalog {

    private static final List<DatasetScheme> SCHEMES = List.of(
            new DatasetScheme("sim", "sim:clean?images=5000&test=1000",
                    "A simulated inspection line, see profiles; images and test say how many there are of each split, mix how often each class comes, to, at and until which piece of the way to another line"),
            new DatasetScheme("idx", "idx:/data/mnist",
                    "A folder in MNIST's layout: train-images-idx3-ubyte, train-labels-idx1-ubyte and the same with t10k-, plain or .gz"),
            new DatasetScheme("libsvm", "libsvm:/data/usps",
                    "A folder in USPS's layout: usps and usps.t, plain or .bz2, 256 values from -1 to 1 a line"),
            new DatasetScheme("folder", "folder:/data/line-a",
                    "A folder with train/CLASS/*.png (jpg, jpeg, bmp, tif, tiff) and test/CLASS/*; unlabelled images straight in train/. Options: fit=letterbox, crop or stretch; region=X,Y,WIDTH,HEIGHT; bits=12; background=#808080; upright=false; pages=first, all or refuse; tile=64,overlap=16"),
            new DatasetScheme("mnist", "mnist", "MNIST, downloaded once from its public home"),
            new DatasetScheme("usps", "usps", "USPS, downloaded once from its public home"));

    private final Downloads downloads;

    public DatasetCatalog(Downloads downloads) {
        this.downloads = downloads;
    }

    /** Name and description of every simulated line. */
    public Map<String, String> profiles() {
        return Arrays.stream(SimulatedLine.values()).collect(Collectors.toMap(SimulatedLine::lineName,
                SimulatedLine::description, (first, second) -> first, LinkedHashMap::new));
    }

    public List<DatasetScheme> schemes() {
        return SCHEMES;
    }

    /**
     * Quick check before the work is queued: the scheme exists, and so does the folder.
     *
     * @throws InvalidFieldException for field {@code spec}
     */
    public DatasetSpec check(String text) {
        DatasetSpec spec = DatasetSpec.parse(text);
        switch (spec.scheme()) {
            case "sim" -> simulator(spec);
            case "idx", "libsvm", "folder" -> requireFolder(spec);
            case "mnist", "usps" -> requireNoLocation(spec);
            default -> throw new InvalidFieldException(DatasetSpec.FIELD, "is '" + text + "', expected one of "
                    + SCHEMES.stream().map(DatasetScheme::example).collect(Collectors.joining(", ")));
        }
        return spec;
    }

    /**
     * @param seed decides what the data set leaves open, such as the order of a folder's files
     * @throws DatasetException if the data set cannot be read, naming the file
     */
    public Dataset open(DatasetSpec spec, long seed, DownloadListener listener) {
        return switch (spec.scheme()) {
            case "sim" -> new SimulatedDataset(simulator(spec), seed);
            case "idx" -> new IdxDataset(folder(spec));
            case "libsvm" -> new LibsvmDataset(folder(spec));
            case "folder" -> new FolderDataset(folder(spec), seed);
            case "mnist" -> new IdxDataset(downloads.fetch(NamedDataset.MNIST, listener));
            case "usps" -> new LibsvmDataset(downloads.fetch(NamedDataset.USPS, listener));
            default -> throw new IllegalArgumentException("Unchecked spec " + spec);
        };
    }

    private static SimulatorSpec simulator(DatasetSpec spec) {
        try {
            return SimulatorSpec.parse(spec.location());
        } catch (InvalidFieldException e) {
            throw new InvalidFieldException(DatasetSpec.FIELD, "is no simulated line: " + e.getMessage(), e);
        }
    }

    private static Path folder(DatasetSpec spec) {
        return Path.of(spec.location()).toAbsolutePath().normalize();
    }

    private static void requireFolder(DatasetSpec spec) {
        if (spec.location().isBlank()) {
            throw new InvalidFieldException(DatasetSpec.FIELD,
                    "names no folder, expected " + spec.scheme() + ":DIRECTORY");
        }
        Path folder;
        try {
            folder = folder(spec);
        } catch (java.nio.file.InvalidPathException e) {
            throw new InvalidFieldException(DatasetSpec.FIELD, "names no valid folder: " + e.getMessage(), e);
        }
        if (!Files.isDirectory(folder)) {
            throw new InvalidFieldException(DatasetSpec.FIELD, "names " + folder + ", which is not there"
                    + " or no folder (a relative path starts at the ingest service's working directory)");
        }
    }

    private static void requireNoLocation(DatasetSpec spec) {
        if (!spec.location().isEmpty()) {
            throw new InvalidFieldException(DatasetSpec.FIELD, "is '" + spec.scheme() + ":" + spec.location()
                    + "', expected just " + spec.scheme());
        }
    }
}
