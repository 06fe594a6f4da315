package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.audit.AuditAction;
import io.crossline.audit.AuditRecord;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelPromoted;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.outbox.OutboxEvent;
import io.crossline.evaluation.serving.Candidate;
import io.crossline.evaluation.serving.Champions;
import io.crossline.evaluation.serving.RollbackRefusedException;

/** The lines' champions, now and before. */
@ApplicationScoped
public class ChampionStore implements Champions {

    private final Database database;

    ChampionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ModelPromoted> champion(String line) {
        return history(line, 1).stream().findFirst();
    }

    @Override
    public List<String> earlier(String line, String champion, int limit) {
        String sql = """
                select model_version from promotion p join evaluation e using (model_version)
                where p.line = ? and model_version <> ? and e.kind = 'CLASSIFIER' and e.verdict = 'ACCEPTED'
                  and 'ROLLED_BACK' is distinct from (
                      select outcome from cycle c where c.line = p.line and c.candidate = p.model_version
                      order by closed_at desc nulls last limit 1)
                group by model_version order by max(promotion_id) desc limit ?""";
        return database.query("read the earlier champions of line " + line, sql, row -> row.getString("model_version"),
                line, champion, limit);
    }

    /** Promotions of the line, newest first. */
    public List<ModelPromoted> history(String line, int limit) {
        return database.query("read the champions of line " + line,
                "select * from promotion where line = ? order by promotion_id desc limit ?", ChampionStore::promotion,
                line, limit);
    }

    /**
     * Lines that have a champion, predictions or a classifier that may become champion, by name. Jumps from one line to the next in the indexes, however many rows a line has.
     *
     * @param after only lines whose names come later; empty for the first ones
     */
    public List<String> lines(String after, int limit) {
        String next = """
                select least((select min(line) from promotion where line > %1$s),
                             (select min(line) from batch_prediction where line > %1$s),
                             (select min(source_line) from evaluation
                              where source_line > %1$s and kind = 'CLASSIFIER' and verdict = 'ACCEPTED'),
                             (select min(target_line) from evaluation
                              where target_line > %1$s and kind = 'CLASSIFIER' and verdict = 'ACCEPTED')) as line""";
        String sql = "with recursive found as (" + next.formatted("?::text")
                + " union all select next.line from found, lateral ("
                + next.formatted("found.line")
                + ") next where found.line is not null) select line from found where line is not null limit ?";
        return database.query("list the lines", sql, row -> row.getString("line"), after, after, after, after, limit);
    }

    /** Classifiers that may become the line's champion, the newest first. */
    public List<String> promotable(String line, int limit) {
        return database.query("read the accepted models of line " + line, """
                select model_version from evaluation
                where kind = 'CLASSIFIER' and verdict = 'ACCEPTED' and ? in (source_line, target_line)
                order by evaluated_at desc, model_version limit ?""", row -> row.getString("model_version"), line,
                limit);
    }

    @Override
    public Optional<Candidate> candidate(String modelVersion) {
        return database.query("read the evaluation of " + modelVersion,
                "select * from evaluation where model_version = ?",
                row -> new Candidate(row.getString("model_version"), ModelKind.valueOf(row.getString("kind")),
                        Verdict.valueOf(row.getString("verdict")), row.getString("source_line"),
                        row.getString("target_line"), row.getString("reason")),
                modelVersion).stream().findFirst();
    }

    @Override
    public ModelPromoted promote(String line, String modelVersion, String by, String reason) {
        return database.inTransaction("promote " + modelVersion + " on line " + line, connection -> {
            LineLock.take(connection, line);
            ModelPromoted promotion = promote(connection, AuditAction.PROMOTED, line, modelVersion, by, reason);
            CycleStore.endByPerson(connection, line, modelVersion, by, reason);
            return promotion;
        });
    }

    @Override
    public ModelPromoted rollBack(String line, String leaves, String by, String reason) {
        return database.inTransaction("roll back line " + line, connection -> {
            LineLock.take(connection, line);
            ModelPromoted now = newest(connection, line).orElseThrow(() -> new RollbackRefusedException(
                    "Line " + line + " has no champion, and none was before"));
            if (!now.modelVersion().equals(leaves)) {
                throw new RollbackRefusedException(
                        "%s serves line %s by now, since %s made it champion at %s; %s does not"
                                .formatted(now.modelVersion(), line, now.by(), now.at(), leaves));
            }
            if (now.previousModel() == null) {
                throw new RollbackRefusedException("Line " + line + " had no champion before " + leaves);
            }
            ModelPromoted promotion = promote(connection, AuditAction.ROLLED_BACK, line, now.previousModel(), by,
                    reason);
            CycleStore.endByPerson(connection, line, promotion.modelVersion(), by, reason);
            return promotion;
        });
    }

    @Override
    public Optional<ModelPromoted> servedAt(String line, Instant at) {
        return database.query("read the champion of line " + line, """
                select * from promotion where line = ? and promoted_at <= ? order by promotion_id desc limit 1""",
                ChampionStore::promotion, line, at.atOffset(ZoneOffset.UTC)).stream().findFirst();
    }

    /**
     * Makes the model champion within the caller's transaction, which holds the line's lock, accounts for it and tells of it. A model that is
     * champion already is only told of again.
     */
    static ModelPromoted promote(Connection connection, AuditAction action, String line, String modelVersion, String by,
            String reason) throws SQLException {
        Optional<ModelPromoted> before = newest(connection, line);
        if (before.isPresent() && before.get().modelVersion().equals(modelVersion)) {
            OutboxStore.add(connection, OutboxEvent.of(before.get()));
            return before.get();
        }
        ModelPromoted promotion = new ModelPromoted(line, modelVersion,
                before.map(ModelPromoted::modelVersion).orElse(null), by,
                reason, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Database.update(connection, """
                insert into promotion (line, model_version, previous_model, promoted_by, reason, promoted_at)
                values (?, ?, ?, ?, ?, ?)""", line, modelVersion, promotion.previousModel(), by, reason,
                promotion.at().atOffset(ZoneOffset.UTC));
        AuditStore.append(connection, new AuditRecord(line, by, action, modelVersion,
                details(promotion, digests(connection, modelVersion))));
        OutboxStore.add(connection, OutboxEvent.of(promotion));
        return promotion;
    }

    static Optional<ModelPromoted> newest(Connection connection, String line) throws SQLException {
        return Database.query(connection, "select * from promotion where line = ? order by promotion_id desc limit 1",
                ChampionStore::promotion, line).stream().findFirst();
    }

    private static Map<String, Object> details(ModelPromoted promotion, Map<String, String> digests) {
        Map<String, Object> details = new HashMap<>(digests);
        details.put("reason", promotion.reason());
        details.put("promotedAt", promotion.at().toString());
        if (promotion.previousModel() != null) {
            details.put("previousModel", promotion.previousModel());
        }
        return details;
    }

    /** Of what was evaluated: its parameters and, unless that was before it was recorded, its archive. */
    private static Map<String, String> digests(Connection connection, String modelVersion) throws SQLException {
        return Database.query(connection, """
                select manifest ->> 'parametersSha256' as parameters, archive_sha256
                from evaluation where model_version = ?""", row -> {
            Map<String, String> digests = new HashMap<>();
            digests.put("parametersSha256", row.getString("parameters"));
            if (row.getString("archive_sha256") != null) {
                digests.put("archiveSha256", row.getString("archive_sha256"));
            }
            return digests;
        }, modelVersion).get(0);
    }

    private static ModelPromoted promotion(ResultSet row) throws SQLException {
        return new ModelPromoted(row.getString("line"), row.getString("model_version"), row.getString("previous_model"),
                row.getString("promoted_by"), row.getString("reason"),
                row.getObject("promoted_at", OffsetDateTime.class).toInstant());
    }
}
