package io.crossline.ingest.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.logging.Logger;

import io.crossline.contracts.CapturedRecords;
import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.Split;
import io.crossline.datasets.DatasetException;
import io.crossline.datasets.PartSource;
import io.crossline.datasets.Picture;
import io.crossline.datasets.Sidecar;
import io.crossline.datasets.ingestion.IngestionRequest;
import io.crossline.ingest.capture.CaptureTarget;
import io.crossline.ingest.capture.ImageIntake;
import io.crossline.ingest.capture.ImageResult;
import io.crossline.ingest.capture.NewImage;

/**
 * The folder of one line, with folders in it to any depth. A file has the class of the nearest folder that is named like one that the line is known to have; others
 * are unlabelled, as those in a folder named after a day. Published ones are moved to
 * {@code .done/}, ones that cannot be used to {@code .rejected/} with the reason beside them.
 *
 * <p>
 * Before a group of files is published their names are noted in {@code .publishing}: after a crash the same group makes the
 * same batch again (a file's capture time is its sidecar's, its name's, or the time when it was last written), which is recognised, and a group of which a file was moved already is known to be in Kafka.
 */
final class WatchedLine {

    private static final Logger LOG = Logger.getLogger(WatchedLine.class);
    private static final String DATASET = "watched";
    private static final int GROUP = IngestionRequest.DEFAULT_BATCH_SIZE;

    private final Path folder;
    private final String line;
    private final ImageIntake intake;
    private final PartSource parts;
    private final boolean needsSidecar;
    private final IncomingFiles incoming;
    private final ProcessedFiles aside;
    private final Path note;
    private final Set<Path> said = new HashSet<>();

    /**
     * @param parts finds what is known of the part that a picture shows
     * @param needsSidecar whether a picture waits until its sidecar is there
     */
    WatchedLine(Path folder, ImageIntake intake, PartSource parts, boolean needsSidecar) {
        this.parts = parts;
        this.needsSidecar = needsSidecar;
        this.folder = folder;
        this.line = folder.getFileName().toString();
        this.intake = intake;
        this.incoming = new IncomingFiles(folder);
        this.aside = new ProcessedFiles(folder);
        this.note = folder.resolve(".publishing");
    }

    /**
     * Publishes what is complete.
     *
     * @throws IOException if the folder cannot be read or files cannot be moved
     */
    void lookThrough() throws IOException {
        finishInterrupted();
        aside.takeBackGrown();
        List<Path> pictures = pictures(incoming.complete());
        for (int from = 0; from < pictures.size(); from += GROUP) {
            List<Path> group = pictures.subList(from, Math.min(pictures.size(), from + GROUP));
            Files.write(note, group.stream().map(file -> folder.relativize(file).toString()).toList());
            publish(group);
        }
    }

    /** Without those whose sidecar is still written, or is needed and not there. A sidecar waits for its picture. */
    private List<Path> pictures(List<Path> complete) {
        Set<Path> files = new HashSet<>(complete);
        return complete.stream().filter(file -> !Sidecar.isNamedLike(file)).filter(file -> {
            Path sidecar = Sidecar.of(file);
            return files.contains(sidecar) || !Picture.isNamedLikeImage(file)
                    || !needsSidecar && !Files.exists(sidecar);
        }).toList();
    }

    private void finishInterrupted() throws IOException {
        if (!Files.exists(note)) {
            return;
        }
        List<Path> noted = Files.readAllLines(note).stream().map(folder::resolve).toList();
        List<Path> left = noted.stream().filter(Files::exists).toList();
        if (left.size() == noted.size()) {
            publish(left);
            return;
        }
        for (Path file : noted) {
            if (left.contains(file)) {
                aside.sortOut(file);
            } else {
                aside.sidecarDone(file);
            }
        }
        Files.delete(note);
    }

    private void publish(List<Path> files) throws IOException {
        List<String> known = intake.classNames(line);
        Map<Path, NewImage> images = new LinkedHashMap<>();
        Map<Path, String> refused = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                images.put(file, image(file, known));
            } catch (DatasetException e) {
                refused.put(file, e.getMessage());
            }
        }
        List<ImageResult> results = images.isEmpty()
                ? List.of()
                : intake.publish(new CaptureTarget(line, DATASET, Split.TRAIN, null, known),
                        List.copyOf(images.values()));
        Iterator<ImageResult> result = results.iterator();
        for (Path file : files) {
            String reason = images.containsKey(file) ? result.next().reason() : refused.get(file);
            if (reason == null) {
                aside.done(file);
            } else {
                LOG.warnf("%s %s", file, reason);
                aside.rejected(file, reason);
            }
        }
        Files.delete(note);
    }

    private NewImage image(Path file, List<String> known) {
        ImagePart part = parts.of(file);
        return new NewImage(ClassNames.normal(folder.relativize(file).toString()), file, className(file, known),
                part.partId(), part.capturedAt() == null ? writtenAt(file) : part.capturedAt());
    }

    /** Null where the file system has no time that a capture may have. */
    private static Instant writtenAt(Path file) {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.isBefore(Instant.EPOCH) || written.isAfter(Instant.now().plus(CapturedRecords.CLOCK_AHEAD))
                    ? null
                    : written;
        } catch (IOException e) {
            LOG.debugf(e, "%s has no time", file);
            return null;
        }
    }

    /** Null where none of its folders is a class. */
    private String className(Path file, List<String> known) {
        for (Path parent = file.getParent(); !parent.equals(folder); parent = parent.getParent()) {
            String name = ClassNames.normal(parent.getFileName().toString());
            if (known.contains(name)) {
                return name;
            }
        }
        sayUnlabelled(file, known);
        return null;
    }

    private void sayUnlabelled(Path file, List<String> known) {
        Path parent = file.getParent();
        if (!parent.equals(folder) && said.add(parent)) {
            LOG.infof("%s is no class of line %s, which has %s: its images are taken without labels. %s", parent, line,
                    known.isEmpty() ? "no classes yet" : known,
                    "PUT /lines/" + line + " or an ingestion names a line's classes");
        }
    }
}
