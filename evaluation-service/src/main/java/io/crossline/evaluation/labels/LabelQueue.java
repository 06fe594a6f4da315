package io.crossline.evaluation.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.drift.ImagePlace;
import io.crossline.evaluation.drift.Window;
import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;

/** Each line's images that are most worth a label. Bounded; what is no longer on the bus leaves it. */
@ApplicationScoped
public class LabelQueue {

    /** Images chosen before that new ones must differ from. */
    private static final int REMEMBERED = 500;

    private final LabelBook book;
    private final PlacedImages pictures;
    private final LabelConfig config;

    LabelQueue(LabelBook book, PlacedImages pictures, LabelConfig config) {
        this.book = book;
        this.pictures = pictures;
        this.config = config;
    }

    /**
     * Adds the window's most useful images. The same window again changes nothing.
     *
     * @param others for each other model the class index that it predicts for each image of the window, in the window's order;
     *        may be empty
     */
    public void add(Window window, List<int[]> others) {
        List<float[]> chosen = book.chosen(window.line(), window.modelVersion(), REMEMBERED);
        book.queue(window, UsefulImages.choose(window.found().images(), others, chosen, config.perWindow()),
                config.queue());
    }

    /** The most useful images first, with their pictures. */
    public List<QueuedImage> images(String line, int limit) {
        List<LabelCandidate> waiting = book.waiting(line);
        List<QueuedImage> images = new ArrayList<>();
        List<ImagePlace> gone = new ArrayList<>();
        for (int from = 0; from < waiting.size() && images.size() < limit;) {
            int to = Math.min(waiting.size(), from + limit - images.size());
            List<LabelCandidate> next = waiting.subList(from, to);
            Map<ImagePlace, PlacedImage> found = pictures.read(line,
                    next.stream().map(LabelCandidate::place).toList());
            for (LabelCandidate candidate : next) {
                if (found.containsKey(candidate.place())) {
                    images.add(new QueuedImage(candidate, found.get(candidate.place())));
                } else {
                    gone.add(candidate.place());
                }
            }
            from = to;
        }
        book.remove(gone);
        return images;
    }
}
