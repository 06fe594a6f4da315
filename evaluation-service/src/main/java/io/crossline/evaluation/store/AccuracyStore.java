package io.crossline.evaluation.store;

import java.util.List;
import java.util.OptionalDouble;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.loop.KnownAccuracies;
import io.crossline.monitoring.metrics.AnswerCosts;

/** Accuracies measured by evaluations and estimated on windows. */
@ApplicationScoped
public class AccuracyStore implements KnownAccuracies {

    private final Database database;

    public AccuracyStore(Database database) {
        this.database = database;
    }

    @Override
    public OptionalDouble measured(String modelVersion) {
        return database.query("read the accuracy of " + modelVersion, """
                select accuracy from line_score where model_version = ? and role = 'source' and accuracy is not null""",
                row -> row.getDouble("accuracy"), modelVersion).stream().mapToDouble(Double::doubleValue).findFirst();
    }

    @Override
    public List<Double> estimates(String line, String modelVersion, int windows) {
        return newest("estimated_accuracy", line, modelVersion, windows);
    }

    @Override
    public OptionalDouble measuredCost(String modelVersion, AnswerCosts costs) {
        return database.query("read the errors of " + modelVersion, """
                select actual_class, predicted_class, images from confusion_cell
                where model_version = ? and role = 'source'""", row -> {
            int answer = row.getInt("predicted_class");
            double cost = row.getInt("actual_class") == answer ? 0 : costs.ofWrong(answer);
            return new double[]{row.getLong("images"), row.getLong("images") * cost};
        }, modelVersion).stream().reduce((a, b) -> new double[]{a[0] + b[0], a[1] + b[1]})
                .map(sums -> OptionalDouble.of(sums[1] / sums[0])).orElse(OptionalDouble.empty());
    }

    @Override
    public List<Double> estimatedCosts(String line, String modelVersion, int windows) {
        return newest("estimated_cost", line, modelVersion, windows);
    }

    /** @param column a name of this class's own */
    private List<Double> newest(String column, String line, String modelVersion, int windows) {
        return database.query("read the estimates of line " + line, """
                select %1$s from drift_window where line = ? and model_version = ? and %1$s is not null
                order by at desc, last_offset desc, window_number desc limit ?""".formatted(column),
                row -> row.getDouble(column), line, modelVersion, windows);
    }
}
