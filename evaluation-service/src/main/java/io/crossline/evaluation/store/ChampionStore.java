package io.crossline.evaluation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.ModelKind;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.serving.Candidate;
import io.crossline.evaluation.serving.Champions;
import io.crossline.evaluation.serving.Promotion;

/** The lines' champions, now and before. */
@ApplicationScoped
public class ChampionStore implements Champions {

    private final Database database;

    ChampionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Promotion> champion(String line) {
        return history(line, 1).stream().findFirst();
    }

    @Override
    public Optional<String> sourceModel(String line) {
        String sql = """
                select model_version from evaluation
                where kind = 'CLASSIFIER' and method = 'source' and verdict = 'ACCEPTED' and ? in (source_line, target_line)
                order by evaluated_at desc, model_version limit 1""";
        return database.query("find the source model of line " + line, sql, row -> row.getString("model_version"), line)
                .stream().findFirst();
    }

    /** Promotions of the line, newest first. */
    public List<Promotion> history(String line, int limit) {
        return database.query("read the champions of line " + line,
                "select * from promotion where line = ? order by promotion_id desc limit ?", ChampionStore::promotion,
                line, limit);
    }

    /** Lines that have a champion or predictions, by name. */
    public List<String> lines() {
        return database.query("list the lines",
                "select line from promotion union select line from batch_prediction order by line",
                row -> row.getString("line"));
    }

    @Override
    public Optional<Candidate> candidate(String modelVersion) {
        return database.query("read the evaluation of " + modelVersion,
                "select * from evaluation where model_version = ?",
                row -> new Candidate(row.getString("model_version"), ModelKind.valueOf(row.getString("kind")),
                        Verdict.valueOf(row.getString("verdict")), row.getString("source_line"),
                        row.getString("target_line")),
                modelVersion).stream().findFirst();
    }

    @Override
    public Promotion promote(String line, String modelVersion, String by, String reason) {
        return database.inTransaction("promote " + modelVersion + " on line " + line, connection -> {
            // one promotion of a line at a time, also from other replicas
            Database.query(connection, "select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true,
                    "promotion of " + line);
            Optional<Promotion> before = Database.query(connection,
                    "select * from promotion where line = ? order by promotion_id desc limit 1",
                    ChampionStore::promotion, line).stream().findFirst();
            if (before.isPresent() && before.get().modelVersion().equals(modelVersion)) {
                return before.get();
            }
            Promotion promotion = new Promotion(line, modelVersion, before.map(Promotion::modelVersion).orElse(null),
                    by, reason, Instant.now());
            Database.update(connection, """
                    insert into promotion (line, model_version, previous_model, promoted_by, reason, promoted_at)
                    values (?, ?, ?, ?, ?, ?)""", line, modelVersion, promotion.previousModel(), by, reason,
                    promotion.at().atOffset(ZoneOffset.UTC));
            return promotion;
        });
    }

    private static Promotion promotion(ResultSet row) throws SQLException {
        return new Promotion(row.getString("line"), row.getString("model_version"), row.getString("previous_model"),
                row.getString("promoted_by"), row.getString("reason"),
                row.getObject("promoted_at", OffsetDateTime.class).toInstant());
    }
}
