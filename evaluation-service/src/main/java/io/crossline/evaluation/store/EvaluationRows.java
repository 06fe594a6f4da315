package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Verdict;
import io.crossline.monitoring.metrics.ClassScore;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;
import io.crossline.monitoring.metrics.Trade;

/** Puts an evaluation together from its tables. */
final class EvaluationRows {

    private EvaluationRows() {}

    static List<RecordedEvaluation> read(Connection connection, String condition, Object... parameters)
            throws SQLException {
        List<RecordedEvaluation> evaluations = new ArrayList<>();
        for (RecordedEvaluation evaluation : Database.query(connection, "select * from evaluation " + condition,
                EvaluationRows::withoutScores, parameters)) {
            evaluations.add(evaluation.with(scores(connection, evaluation.modelVersion())));
        }
        return evaluations;
    }

    private static List<LineScore> scores(Connection connection, String modelVersion) throws SQLException {
        String sql = "select * from line_score where model_version = ? order by role";
        List<LineScore> scores = new ArrayList<>();
        for (LineScore score : Database.query(connection, sql, EvaluationRows::lineScore, modelVersion)) {
            List<ClassScore> classes = classes(connection, modelVersion, score.role());
            long[][] confusion = confusion(connection, modelVersion, score.role(), classes.size());
            scores.add(new LineScore(score.line(), score.role(), score.images(), score.accuracy(),
                    score.calibrationError(), confusion, classes, score.trade(), score.otherClasses()));
        }
        return scores;
    }

    private static LineScore lineScore(ResultSet row) throws SQLException {
        return new LineScore(row.getString("line"), Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getLong("images"), row.getObject("accuracy", Double.class),
                row.getObject("calibration_error", Double.class), new long[0][], List.of(),
                row.getString("trade") == null ? null : JsonColumn.read(row.getString("trade"), Trade.class),
                JsonColumn.images(row.getString("other_classes")));
    }

    private static List<ClassScore> classes(Connection connection, String modelVersion, Role role)
            throws SQLException {
        return Database.query(connection,
                "select * from class_score where model_version = ? and role = ? order by class_index",
                row -> new ClassScore(row.getString("class_name"), row.getObject("class_precision", Double.class),
                        row.getObject("class_recall", Double.class), row.getLong("support")),
                modelVersion, role.id());
    }

    private static long[][] confusion(Connection connection, String modelVersion, Role role, int classes)
            throws SQLException {
        long[][] confusion = new long[classes][classes];
        Database.query(connection, "select * from confusion_cell where model_version = ? and role = ?",
                row -> confusion[row.getInt("actual_class")][row.getInt("predicted_class")] = row.getLong("images"),
                modelVersion, role.id());
        return confusion;
    }

    private static RecordedEvaluation withoutScores(ResultSet row) throws SQLException {
        return new RecordedEvaluation(row.getString("model_version"), row.getObject("adaptation_id", UUID.class),
                row.getObject("job_id", UUID.class), ModelKind.valueOf(row.getString("kind")),
                Method.of(row.getString("method")), row.getString("source_line"), row.getString("target_line"),
                Verdict.valueOf(row.getString("verdict")), row.getString("reason"),
                List.of((String[]) row.getArray("class_names").getArray()),
                JsonColumn.figures(row.getString("figures")), List.of(), row.getString("archive_sha256"),
                row.getObject("evaluated_at", OffsetDateTime.class).toInstant());
    }
}
