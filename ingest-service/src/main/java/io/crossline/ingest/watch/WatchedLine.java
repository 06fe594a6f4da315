package io.crossline.ingest.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;

import io.crossline.contracts.CapturedRecords;
import io.crossline.contracts.ClassNames;
import io.crossline.contracts.Split;
import io.crossline.ingest.capture.CaptureTarget;
import io.crossline.ingest.capture.ImageIntake;
import io.crossline.ingest.capture.ImageResult;
import io.crossline.ingest.capture.NewImage;
import io.crossline.ingest.ingestion.IngestionRequest;

/**
 * The folder of one line, with folders in it to any depth. A file has the class of the nearest folder that is named like one that the line is known to have; others
 * are unlabelled, as those in a folder named after a day. Published ones are moved to
 * {@code .done/}, ones that cannot be used to {@code .rejected/} with the reason beside them.
 *
 * <p>
 * Before a group of files is published their names are noted in {@code .publishing}: after a crash the same group makes the
 * same batch again (a file's capture time is the time when it was last written), which is recognised, and a group of which a file was moved already is known to be on the bus.
 */
final class WatchedLine {

    private static final Logger LOG = Logger.getLogger(WatchedLine.class);
    private static final String DATASET = "watched";
    private static final int GROUP = IngestionRequest.DEFAULT_BATCH_SIZE;

    private final Path folder;
    private final String line;
    private final ImageIntake intake;
    private final IncomingFiles incoming;
    private final PutAside aside;
    private final Path note;
    private final Set<Path> said = new HashSet<>();

    WatchedLine(Path folder, ImageIntake intake) {
        this.folder = folder;
        this.line = folder.getFileName().toString();
        this.intake = intake;
        this.incoming = new IncomingFiles(folder);
        this.aside = new PutAside(folder);
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
        List<Path> complete = incoming.complete();
        for (int from = 0; from < complete.size(); from += GROUP) {
            List<Path> group = complete.subList(from, Math.min(complete.size(), from + GROUP));
            Files.write(note, group.stream().map(file -> folder.relativize(file).toString()).toList());
            publish(group);
        }
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
        for (Path file : left) {
            aside.sortOut(file);
        }
        Files.delete(note);
    }

    private void publish(List<Path> files) throws IOException {
        List<String> known = intake.classNames(line);
        List<NewImage> images = files.stream()
                .map(file -> new NewImage(folder.relativize(file).toString(), file, className(file, known), null,
                        writtenAt(file)))
                .toList();
        List<ImageResult> results = intake
                .publish(new CaptureTarget(line, DATASET, Split.TRAIN, null, known), images);
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).accepted()) {
                aside.done(files.get(i));
            } else {
                LOG.warnf("%s %s", files.get(i), results.get(i).reason());
                aside.rejected(files.get(i), results.get(i).reason());
            }
        }
        Files.delete(note);
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
