package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.ModelManifest;
import io.crossline.evaluation.outbox.OutboxEvent;
import io.crossline.evaluation.scoring.Evaluation;
import io.crossline.monitoring.metrics.ClassScore;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.projection.Projection;

/** What was found out about the models. */
@ApplicationScoped
public class EvaluationStore {

    private final Database database;

    EvaluationStore(Database database) {
        this.database = database;
    }

    /**
     * Records an evaluation, whole or not at all.
     *
     * @return false if the model has one already, which then stays as it is
     */
    public boolean record(Evaluation evaluation) {
        return database.inTransaction("record the evaluation of " + evaluation.model().modelVersion(), connection -> {
            if (!insert(connection, evaluation)) {
                return false;
            }
            String modelVersion = evaluation.model().modelVersion();
            for (LineScore score : evaluation.scores()) {
                insert(connection, modelVersion, score);
            }
            insert(connection, modelVersion, "before", evaluation.before());
            insert(connection, modelVersion, "after", evaluation.after());
            return true;
        });
    }

    /** Tells of a recorded evaluation, once: whoever hears of it finds also what followed from it, such as the recommendation. */
    public void tell(ModelEvaluated evaluated) {
        database.inTransaction("tell of the evaluation of " + evaluated.modelVersion(), connection -> {
            boolean isNew = Database.update(connection,
                    "update evaluation set told = true where model_version = ? and not told",
                    evaluated.modelVersion()) == 1;
            if (isNew) {
                OutboxStore.add(connection, OutboxEvent.of(evaluated));
            }
            return isNew;
        });
    }

    /** The event that tells of the model's evaluation, if there is one. */
    public Optional<ModelEvaluated> findEvent(String modelVersion) {
        return find(modelVersion).map(RecordedEvaluation::event);
    }

    public Optional<RecordedEvaluation> find(String modelVersion) {
        return database.inTransaction("read the evaluation of " + modelVersion, connection -> EvaluationRows
                .read(connection, "where model_version = ?", modelVersion).stream().findFirst());
    }

    public Optional<ModelManifest> manifest(String modelVersion) {
        return database.query("read the manifest of " + modelVersion,
                "select manifest from evaluation where model_version = ?",
                row -> JsonColumn.read(row.getString("manifest"), ModelManifest.class), modelVersion).stream()
                .findFirst();
    }

    /** In the order in which they were made. */
    public List<RecordedEvaluation> ofAdaptation(UUID adaptationId) {
        return database.inTransaction("read the evaluations of adaptation " + adaptationId,
                connection -> EvaluationRows.read(connection,
                        "where adaptation_id = ? order by evaluated_at, model_version", adaptationId));
    }

    /** Newest first. */
    public List<RecordedEvaluation> newest(int limit) {
        return database.inTransaction("read the newest evaluations", connection -> EvaluationRows.read(connection,
                "order by evaluated_at desc, model_version limit ?", limit));
    }

    /** @param stage {@code before} or {@code after} */
    public Optional<Projection> projection(String modelVersion, String stage) {
        return database.query("read the projection of " + modelVersion,
                "select features_of, points from projection where model_version = ? and stage = ?",
                row -> new Projection(row.getString("features_of"), JsonColumn.points(row.getString("points"))),
                modelVersion, stage).stream().findFirst();
    }

    private static boolean insert(Connection connection, Evaluation evaluation) throws SQLException {
        ModelManifest model = evaluation.model();
        String sql = """
                insert into evaluation (model_version, adaptation_id, job_id, kind, method, source_line, target_line,
                                        verdict, reason, backend, train_seconds, images_per_second, class_names,
                                        figures, manifest, archive_sha256, evaluated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                on conflict (model_version) do nothing""";
        return Database.update(connection, sql, model.modelVersion(), model.adaptationId(), model.jobId(),
                model.kind().name(), model.method().id(), model.source().line(), model.target().line(),
                evaluation.verdict().name(), evaluation.reason(), model.backend(), model.trainSeconds(),
                model.imagesPerSecond(), connection.createArrayOf("text", model.classNames().toArray()),
                JsonColumn.write(evaluation.figures()), JsonColumn.write(model), evaluation.archiveSha256(),
                evaluation.evaluatedAt().atOffset(ZoneOffset.UTC)) == 1;
    }

    private static void insert(Connection connection, String modelVersion, LineScore score) throws SQLException {
        Database.update(connection, """
                insert into line_score (model_version, role, line, images, accuracy, calibration_error, trade,
                                        other_classes)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""", modelVersion, score.role().id(), score.line(),
                score.images(),
                score.accuracy(), score.calibrationError(),
                score.trade() == null ? null : JsonColumn.write(score.trade()),
                JsonColumn.write(score.otherClasses()));
        insertClasses(connection, modelVersion, score);
        insertConfusion(connection, modelVersion, score);
    }

    private static void insertClasses(Connection connection, String modelVersion, LineScore score)
            throws SQLException {
        String sql = """
                insert into class_score (model_version, role, class_index, class_name, class_precision, class_recall,
                                         support)
                values (?, ?, ?, ?, ?, ?, ?)""";
        for (int k = 0; k < score.classes().size(); k++) {
            ClassScore row = score.classes().get(k);
            Database.update(connection, sql, modelVersion, score.role().id(), k, row.className(), row.precision(),
                    row.recall(), row.support());
        }
    }

    private static void insertConfusion(Connection connection, String modelVersion, LineScore score)
            throws SQLException {
        String sql = """
                insert into confusion_cell (model_version, role, actual_class, predicted_class, images)
                values (?, ?, ?, ?, ?)""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long[][] confusion = score.confusion();
            for (int actual = 0; actual < confusion.length; actual++) {
                for (int predicted = 0; predicted < confusion.length; predicted++) {
                    if (confusion[actual][predicted] > 0) {
                        statement.setString(1, modelVersion);
                        statement.setString(2, score.role().id());
                        statement.setInt(3, actual);
                        statement.setInt(4, predicted);
                        statement.setLong(5, confusion[actual][predicted]);
                        statement.addBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    private static void insert(Connection connection, String modelVersion, String stage, Projection projection)
            throws SQLException {
        if (projection != null) {
            Database.update(connection,
                    "insert into projection (model_version, stage, features_of, points) values (?, ?, ?, ?::jsonb)",
                    modelVersion, stage, projection.modelVersion(), JsonColumn.write(projection.points()));
        }
    }
}
