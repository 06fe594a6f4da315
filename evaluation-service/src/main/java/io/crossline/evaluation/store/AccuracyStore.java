package io.crossline.evaluation.store;

import java.util.List;
import java.util.OptionalDouble;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.loop.KnownAccuracies;

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
        return database.query("read the estimates of line " + line, """
                select estimated_accuracy from drift_window
                where line = ? and model_version = ? and estimated_accuracy is not null
                order by at desc, last_offset desc, window_number desc limit ?""",
                row -> row.getDouble("estimated_accuracy"), line, modelVersion, windows);
    }
}
