package io.crossline.evaluation.serving;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.GivenLabel;
import io.crossline.evaluation.labels.LabelBook;
import io.crossline.evaluation.labels.LineLabel;
import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.estimate.CalibratedConfidence;

/** How right models are on the images that people labelled. */
@ApplicationScoped
public class LabelledAnswers {

    private static final int MOST_LABELS = 1000;
    private static final int AT_ONCE = 64;

    private final LabelBook book;
    private final PlacedImages images;

    LabelledAnswers(LabelBook book, PlacedImages images) {
        this.book = book;
        this.images = images;
    }

    /**
     * The model's answers on the line's labelled images, the newest label first: of at most 1,000 labels those whose images are on
     * Kafka, have the model's shape, were not told to the model in its training, and are of a class that it knows: what is of none
     * is marked, not classified.
     */
    public List<LabelledAnswer> of(ServingModel model, String line) {
        Set<ImagePlace> trainedOn = new HashSet<>();
        Stream.concat(model.manifest().targetLabels().stream(), model.manifest().examples().stream())
                .forEach(label -> trainedOn.add(ImagePlace.of(label)));
        List<LineLabel> labels = book.given(line, MOST_LABELS).stream()
                .filter(label -> !trainedOn.contains(label.place())
                        && model.manifest().classNames().contains(label.className()))
                .toList();
        List<LabelledAnswer> answers = new ArrayList<>();
        for (int from = 0; from < labels.size(); from += AT_ONCE) {
            answers.addAll(answers(model, line, labels.subList(from, Math.min(labels.size(), from + AT_ONCE))));
        }
        return answers;
    }

    private List<LabelledAnswer> answers(ServingModel model, String line, List<LineLabel> labels) {
        Map<ImagePlace, PlacedImage> found = images.read(line, labels.stream().map(LineLabel::place).toList());
        List<GivenLabel> usable = new ArrayList<>();
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        for (LineLabel label : labels) {
            PlacedImage image = found.get(label.place());
            if (image != null && image.shape().equals(model.manifest().shape())) {
                usable.add(label.given());
                pixels.writeBytes(image.pixels());
            }
        }
        List<Observation> seen = model.observe(pixels.toByteArray());
        List<LabelledAnswer> answers = new ArrayList<>();
        for (int i = 0; i < usable.size(); i++) {
            String predicted = model.manifest().classNames().get(seen.get(i).predictedClass());
            answers.add(new LabelledAnswer(usable.get(i), seen.get(i).confidence(), predicted,
                    Arrays.stream(seen.get(i).statistics()).boxed().toList()));
        }
        return answers;
    }

    /**
     * What the model's confidence is worth on the line.
     *
     * @param answers of the model on the line's labelled images
     * @param source labelled images from elsewhere as the model sees them; those whose answer is not known are left out
     * @throws IllegalArgumentException if there are no labelled images at all
     */
    public static CalibratedConfidence calibration(ServingModel model, List<LabelledAnswer> answers,
            List<Observation> source) {
        List<Observation> known = source.stream().filter(image -> image.correct() != null).toList();
        boolean[] sourceCorrect = new boolean[known.size()];
        for (int i = 0; i < sourceCorrect.length; i++) {
            sourceCorrect[i] = known.get(i).correct();
        }
        boolean[] correct = new boolean[answers.size()];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = answers.get(i).correct();
        }
        return new CalibratedConfidence(known.stream().mapToDouble(Observation::confidence).toArray(), sourceCorrect,
                answers.stream().mapToDouble(LabelledAnswer::confidence).toArray(), correct, model.manifest().seed());
    }
}
