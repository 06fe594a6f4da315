package io.crossline.evaluation.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.drift.Window;

/**
 * Each line's images that people are asked about: a fixed share is drawn at random, the others are those most worth a label. Bounded;
 * what is no longer in Kafka leaves it.
 */
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
     * Adds images of the window: some drawn at random, and the most useful of the others. The same window again changes nothing.
     *
     * @param others for each other model the class index that it predicts for each image of the window, in the window's order;
     *        may be empty
     */
    public void add(Window window, List<int[]> others) {
        List<Choice> drawn = RandomDraw.of(window, draws());
        List<float[]> chosen = new ArrayList<>(
                book.chosen(window.line(), window.modelVersion(), REMEMBERED));
        drawn.forEach(choice -> chosen.add(choice.image().features()));
        List<Choice> useful = UsefulImages.choose(without(drawn, window.found().images()), others, chosen,
                config.perWindow() - drawn.size());
        book.queue(window, mixed(drawn, useful), config.queue());
    }

    private int draws() {
        double share = config.auditShare() * config.perWindow();
        return share > 0 ? (int) Math.max(1, Math.round(share)) : 0;
    }

    /** The same images in the same order; what was drawn has no place, so that it is not chosen again. */
    private static List<Observation> without(List<Choice> drawn, List<Observation> images) {
        Set<ImagePlace> places = drawn.stream().map(choice -> choice.image().place()).collect(Collectors.toSet());
        return images.stream().map(image -> places.contains(image.place()) ? image.at(null) : image).toList();
    }

    /** One after the other in ranks, so that people who label from the front label the same share of both. */
    static List<Choice> mixed(List<Choice> drawn, List<Choice> useful) {
        int all = drawn.size() + useful.size();
        List<Choice> mixed = new ArrayList<>();
        int random = 0;
        for (int rank = 0; rank < all; rank++) {
            boolean next = random < drawn.size() && random * all <= rank * drawn.size();
            mixed.add((next ? drawn.get(random++) : useful.get(rank - random)).ranked(rank));
        }
        return mixed;
    }

    /** In the order of rank within their window, with their pictures. */
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
