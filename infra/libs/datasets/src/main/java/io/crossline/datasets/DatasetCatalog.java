package io.crossline.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.datasets.simulator.SimulatedLine;
import io.crossline.datasets.simulator.SimulatorSpec;

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
                    "A folder with train/CLASS/*.png (jpg, jpeg, bmp, tif, tiff) and test/CLASS/*; unlabelled images straight in train/. Options: fit=letterbox, crop or stretch; region=X,Y,WIDTH,HEIGHT; bits=12; background=#808080; upright=false; pages=first, all or refuse; tile=64,overlap=16; name=REGEX finds (?<partId>...) and (?<capturedAt>...) in file names"),
            new DatasetScheme("csv", "csv:/data/parts.csv",
                    "A CSV file with a header: path of each picture, and where they are known class, split, partId, capturedAt. Options as with folder, but name"),
            new DatasetScheme("coco", "coco:/data/train.json?test=/data/test.json&good=ok",
                    "COCO annotations; good names the class of pictures without any, several=largest takes the category of the largest area where there are several, images is the folder of the pictures. More options as with folder, but name"),
            new DatasetScheme("voc", "voc:/data/parts?good=ok",
                    "A folder in Pascal VOC's layout: JPEGImages, Annotations/*.xml, ImageSets/Main/train.txt and test.txt or val.txt; good, several and more options as with coco"),
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
            case "idx", "libsvm" -> requireDirectory(folder(spec));
            case "folder" -> {
                requireDirectory(folderLocation(spec).path());
                parts(folderLocation(spec));
            }
            case "csv" -> requireFile(SpecLocation.parse(spec, CsvDataset.OPTIONS).path());
            case "coco" -> {
                SpecLocation coco = cocoLocation(spec);
                requireFile(coco.path());
                if (coco.options().containsKey(CocoDataset.TEST)) {
                    requireFile(coco.sibling(CocoDataset.TEST));
                }
                if (coco.options().containsKey(CocoDataset.IMAGES)) {
                    requireDirectory(coco.sibling(CocoDataset.IMAGES));
                }
                AnnotationRule.of(coco.options());
            }
            case "voc" -> {
                requireDirectory(vocLocation(spec).path());
                AnnotationRule.of(vocLocation(spec).options());
            }
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
            case "folder" -> FolderDataset.open(folderLocation(spec).path(), parts(folderLocation(spec)), seed);
            case "csv" -> CsvDataset.open(SpecLocation.parse(spec, CsvDataset.OPTIONS).path(), seed);
            case "coco" -> CocoDataset.open(cocoLocation(spec), seed);
            case "voc" -> VocDataset.open(vocLocation(spec), seed);
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

    private static SpecLocation folderLocation(DatasetSpec spec) {
        return SpecLocation.parse(spec, FolderDataset.OPTIONS);
    }

    private static SpecLocation cocoLocation(DatasetSpec spec) {
        return SpecLocation.parse(spec, CocoDataset.OPTIONS);
    }

    private static SpecLocation vocLocation(DatasetSpec spec) {
        return SpecLocation.parse(spec, VocDataset.OPTIONS);
    }

    private static PartSource parts(SpecLocation folder) {
        return new PartSource(Optional.ofNullable(folder.options().get(SpecLocation.NAME_PATTERN))
                .map(regex -> FileNamePattern.parse(DatasetSpec.FIELD, regex)));
    }

    private static Path folder(DatasetSpec spec) {
        return SpecLocation.parse(spec, List.of()).path();
    }

    private static void requireDirectory(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidFieldException(DatasetSpec.FIELD, "names " + folder + ", which is not there"
                    + " or no folder (a relative path starts at the ingest service's working directory)");
        }
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidFieldException(DatasetSpec.FIELD, "names " + file + ", which is not there"
                    + " or no file (a relative path starts at the ingest service's working directory)");
        }
    }

    private static void requireNoLocation(DatasetSpec spec) {
        if (!spec.location().isEmpty()) {
            throw new InvalidFieldException(DatasetSpec.FIELD, "is '" + spec.scheme() + ":" + spec.location()
                    + "', expected just " + spec.scheme());
        }
    }
}
