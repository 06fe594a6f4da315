package io.crossline.monitoring.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.crossline.contracts.DriftDetected;
import io.crossline.monitoring.estimate.AccuracyEstimate;

/**
 * A finding with the line, the model and the record that it belongs to.
 *
 * @param topic with {@code partition} and {@code lastOffset} the record that completed the window
 * @param estimate of the model's accuracy on the window, or null where the model has no labelled images to go by
 * @param estimatedCost what an answer costs at most, on average; null where nobody told costs, or nothing is estimated
 * @param beside scores of other models on the same images
 * @param besideClasses class index that each of them predicts for each image
 * @param classNames of the serving model

 */
public record Window(String line, String modelVersion, String topic, int partition, long lastOffset, int images,
        DriftFinding found, AccuracyEstimate estimate, Double estimatedCost, List<ModelScore> beside,
        List<int[]> besideClasses, List<String> classNames, Instant at) {

    public Window {
        beside = List.copyOf(beside);
        besideClasses = List.copyOf(besideClasses);
        classNames = List.copyOf(classNames);
    }

    /** The same for the same window told again. */
    public String id() {
        return topic + ":" + partition + ":" + lastOffset + ":" + modelVersion + ":" + found.window();
    }

    /** Share of right answers among the images that are served with a class and whose label is known; null where none is. */
    public Double trueAccuracy() {
        return ModelScore.trueAccuracy(found.images());
    }

    /** The champion's score and those beside it. */
    public List<ModelScore> scores() {
        List<ModelScore> scores = new ArrayList<>();
        scores.add(new ModelScore(modelVersion, ModelRole.CHAMPION, estimate, trueAccuracy(),
                ModelScore.trueCounts(found.images(), classNames)));
        scores.addAll(beside);
        return scores;
    }

    /** The score of the model with that role beside the champion, if there is one. */
    public Optional<ModelScore> score(ModelRole role) {
        return beside.stream().filter(score -> score.role() == role).findFirst();
    }

    /** P-values by the test's name. */
    public Map<String, Double> pValues() {
        Map<String, Double> values = new TreeMap<>();
        values.put("features", found.finding().featuresP());
        values.put("classMix", found.finding().classMixP());
        found.finding().statisticsP().forEach((statistic, p) -> values.put(statistic.id(), p));
        return values;
    }

    public DriftDetected event() {
        return new DriftDetected(line, modelVersion, topic, partition, lastOffset, images, found.driftedInARow(),
                pValues(), found.finding().classMixChanged(), found.diagnosis(), at);
    }
}
