package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchPredicted;
import io.crossline.evaluation.outbox.OutboxEvent;
import io.crossline.evaluation.serving.DriftHistory;
import io.crossline.monitoring.drift.DriftFinding;
import io.crossline.monitoring.drift.ModelRole;
import io.crossline.monitoring.drift.ModelScore;
import io.crossline.monitoring.drift.PictureStatistic;
import io.crossline.monitoring.drift.Window;
import io.crossline.monitoring.estimate.AccuracyEstimate;

/** Windows of the lines' images, a row each. */
@ApplicationScoped
public class DriftStore implements DriftHistory {

    private static final String NEWEST_FIRST = "order by at desc, last_offset desc, window_number desc";

    private final Database database;

    DriftStore(Database database) {
        this.database = database;
    }

    /**
     * Records a window once, and tells of the drift that it confirms.
     *
     * @return false where a later batch of the line is predicted already: another replica has gone on with the line while this one was
     *         away, and the window, which is of the time before, is not recorded
     */
    public boolean record(Window window) {
        DriftFinding found = window.found();
        AccuracyEstimate estimate = window.estimate();
        String sql = """
                insert into drift_window (topic, topic_partition, last_offset, model_version, line, images, drifted,
                                          drifted_in_a_row, confirmed, class_mix_changed, p_values, means_before,
                                          means_now, diagnosis, estimated_accuracy, estimate_low, estimate_high,
                                          true_accuracy, at, window_number, estimate_worst_family, estimated_cost)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (topic, topic_partition, last_offset, window_number, model_version) do nothing""";
        return database.inTransaction("record a window of line " + window.line(), connection -> {
            if (hasLaterBatch(connection, window)) {
                return false;
            }
            boolean isNew = Database.update(connection, sql, window.topic(), window.partition(), window.lastOffset(),
                    window.modelVersion(), window.line(), window.images(), found.finding().drifted(),
                    found.driftedInARow(), found.confirmed(), found.finding().classMixChanged(),
                    JsonColumn.write(window.pValues()), JsonColumn.write(byId(found.finding().before())),
                    JsonColumn.write(byId(found.finding().now())), found.diagnosis(),
                    estimate == null ? null : estimate.accuracy(), estimate == null ? null : estimate.low(),
                    estimate == null ? null : estimate.high(), window.trueAccuracy(),
                    window.at().atOffset(ZoneOffset.UTC), found.window(),
                    estimate == null ? null : estimate.worstFamily(), window.estimatedCost()) == 1;
            if (isNew) {
                for (ModelScore score : window.scores()) {
                    record(connection, window, score);
                }
                if (found.confirmed()) {
                    OutboxStore.add(connection, OutboxEvent.of(window.event()));
                }
            }
            return true;
        });
    }

    private static boolean hasLaterBatch(Connection connection, Window window) throws SQLException {
        return !Database.query(connection, """
                select 1 from batch_prediction
                where topic = ? and topic_partition = ? and batch_offset > ? and line = ? limit 1""", row -> true,
                window.topic(), window.partition(), window.lastOffset(), window.line()).isEmpty();
    }

    @Override
    public boolean hasBatchBetween(BatchPredicted earlier, BatchPredicted later) {
        return !database.query("look for batches of line " + later.line() + " that another replica has seen",
                """
                        select 1 from batch_prediction
                        where topic = ? and topic_partition = ? and batch_offset > ? and batch_offset < ? and line = ? limit 1""",
                row -> true, later.sourceTopic(), later.sourcePartition(), earlier.sourceOffset(), later.sourceOffset(),
                later.line()).isEmpty();
    }

    private static void record(Connection connection, Window window, ModelScore score) throws SQLException {
        AccuracyEstimate estimate = score.estimate();
        Database.update(connection, """
                insert into window_score (topic, topic_partition, last_offset, window_number, champion, model_version,
                                          role, estimated_accuracy, estimate_low, estimate_high, true_accuracy,
                                          estimate_worst_family, true_counts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""", window.topic(), window.partition(),
                window.lastOffset(),
                window.found().window(), window.modelVersion(), score.modelVersion(), score.role().id(),
                estimate == null ? null : estimate.accuracy(), estimate == null ? null : estimate.low(),
                estimate == null ? null : estimate.high(), score.trueAccuracy(),
                estimate == null ? null : estimate.worstFamily(), JsonColumn.write(score.trueCounts()));
    }

    @Override
    public int driftedInARow(String line, String modelVersion) {
        return database.query("read the windows of line " + line, """
                select drifted_in_a_row from drift_window where line = ? and model_version = ?
                order by at desc limit 1""", row -> row.getInt("drifted_in_a_row"), line, modelVersion).stream()
                .findFirst().orElse(0);
    }

    /** Newest first. */
    public List<RecordedWindow> newest(String line, int limit) {
        return database.inTransaction("read the windows of line " + line, connection -> {
            Map<String, List<ModelScore>> scores = scores(connection, line, limit);
            return Database.query(connection, "select * from drift_window where line = ? " + NEWEST_FIRST + " limit ?",
                    row -> window(row, scores.getOrDefault(key(row, "model_version"), List.of())), line, limit);
        });
    }

    private static Map<String, List<ModelScore>> scores(Connection connection, String line, int limit)
            throws SQLException {
        Map<String, List<ModelScore>> scores = new HashMap<>();
        String sql = """
                select score.* from window_score score
                join (select topic, topic_partition, last_offset, window_number, model_version as champion
                      from drift_window where line = ? %s limit ?) newest
                using (topic, topic_partition, last_offset, window_number, champion)
                order by role, model_version""".formatted(NEWEST_FIRST);
        Database.query(connection, sql,
                row -> scores.computeIfAbsent(key(row, "champion"), window -> new ArrayList<>())
                        .add(new ModelScore(row.getString("model_version"), ModelRole.of(row.getString("role")),
                                estimate(row), row.getObject("true_accuracy", Double.class),
                                JsonColumn.counts(row.getString("true_counts")))),
                line, limit);
        return scores;
    }

    private static String key(ResultSet row, String champion) throws SQLException {
        return row.getString("topic") + ":" + row.getInt("topic_partition") + ":" + row.getLong("last_offset") + ":"
                + row.getInt("window_number") + ":" + row.getString(champion);
    }

    private static Map<String, Double> byId(Map<PictureStatistic, Double> values) {
        Map<String, Double> byId = new TreeMap<>();
        values.forEach((statistic, value) -> byId.put(statistic.id(), value));
        return byId;
    }

    /** Null where the row has none. */
    static AccuracyEstimate estimate(ResultSet row) throws SQLException {
        Double accuracy = row.getObject("estimated_accuracy", Double.class);
        return accuracy == null
                ? null
                : new AccuracyEstimate(accuracy, row.getDouble("estimate_low"), row.getDouble("estimate_high"),
                        row.getString("estimate_worst_family"));
    }

    private static RecordedWindow window(ResultSet row, List<ModelScore> scores) throws SQLException {
        return new RecordedWindow(row.getString("model_version"), row.getString("topic"), row.getInt("topic_partition"),
                row.getLong("last_offset"), row.getInt("images"), row.getBoolean("drifted"),
                row.getInt("drifted_in_a_row"), row.getBoolean("confirmed"), row.getBoolean("class_mix_changed"),
                JsonColumn.figures(row.getString("p_values")), JsonColumn.figures(row.getString("means_before")),
                JsonColumn.figures(row.getString("means_now")), row.getString("diagnosis"), estimate(row),
                row.getObject("estimated_cost", Double.class),
                row.getObject("true_accuracy", Double.class),
                row.getObject("at", OffsetDateTime.class).toInstant(), scores);
    }
}
