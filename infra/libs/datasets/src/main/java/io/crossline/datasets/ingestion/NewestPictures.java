package io.crossline.datasets.ingestion;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.ImagePart;
import io.crossline.datasets.DatasetException;
import io.crossline.datasets.MadePicture;
import io.crossline.datasets.PictureDecoder;
import io.crossline.datasets.PictureMaker;
import io.crossline.datasets.PictureNote;

/**
 * A few of the newest pictures of each line, for people to look at. Only the replica that read a picture has it, and only until it ends. At most
 * one picture a line and second is kept, so that looking costs little; the lines that were silent longest are forgotten first.
 */
public final class NewestPictures {

    private static final Logger LOG = LoggerFactory.getLogger(NewestPictures.class);
    private static final int EACH_LINE = 6;
    private static final long MOST_BYTES = 48L << 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** About 512 x 512: enough to see what the camera shows. */
    private static final long SENT_PIXELS = 1 << 18;

    private final Map<String, Deque<ShownPicture>> lines = new LinkedHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private long bytes;

    /**
     * Keeps a picture, unless the line's last one was kept just now.
     *
     * @param part what is known of the part that it shows
     */
    public void offer(String line, ImagePart part, Path file, MadePicture picture, PictureMaker maker) {
        if (!isWanted(line)) {
            return;
        }
        try {
            byte[] sent = PictureDecoder.decodeSmall(file, maker.settings(), SENT_PIXELS, PictureImages::jpeg);
            byte[] seen = PictureImages.png(maker.shape(), picture.images(), maker.settings().tiles());
            add(line, new ShownPicture(Long.toString(ids.incrementAndGet()), part, Instant.now(), picture.camera(),
                    maker.settings(), maker.shape(), picture.images().size(),
                    picture.notes().stream().map(PictureNote::text).toList(), sent, seen));
        } catch (DatasetException e) {
            LOG.debug("{} of line {} is not shown", file, line, e);
        }
    }

    private synchronized boolean isWanted(String line) {
        Deque<ShownPicture> pictures = lines.get(line);
        return pictures == null || pictures.size() < EACH_LINE
                || pictures.getFirst().takenAt().plus(PAUSE).isBefore(Instant.now());
    }

    private synchronized void add(String line, ShownPicture picture) {
        Deque<ShownPicture> pictures = Optional.ofNullable(lines.remove(line)).orElseGet(ArrayDeque::new);
        lines.put(line, pictures);
        pictures.addFirst(picture);
        bytes += picture.bytes();
        if (pictures.size() > EACH_LINE) {
            bytes -= pictures.removeLast().bytes();
        }
        while (bytes > MOST_BYTES && lines.size() > 1) {
            String silent = lines.keySet().iterator().next();
            lines.remove(silent).forEach(forgotten -> bytes -= forgotten.bytes());
        }
    }

    /** Newest first. */
    public synchronized List<ShownPicture> of(String line) {
        return List.copyOf(lines.getOrDefault(line, new ArrayDeque<>()));
    }

    public Optional<ShownPicture> find(String line, String id) {
        return of(line).stream().filter(picture -> picture.id().equals(id)).findFirst();
    }
}
