package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.audit.AuditAction;
import io.crossline.audit.AuditRecord;
import io.crossline.evaluation.labels.AuditBook;
import io.crossline.evaluation.labels.AuditStatement;
import io.crossline.evaluation.labels.AuditedPart;
import io.crossline.evaluation.labels.Choice;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.drift.Window;

/** Images that were drawn at random, a row each. They stay when the image leaves the queue: what was drawn is not to be forgotten. */
@ApplicationScoped
public class AuditDrawStore implements AuditBook {

    private final Database database;

    AuditDrawStore(Database database) {
        this.database = database;
    }

    /** @param choice drawn at random; one that is recorded already stays as it is */
    static void record(Connection connection, Window window, Choice choice) throws SQLException {
        ImagePlace place = choice.image().place();
        Database.update(connection,
                """
                        insert into audit_draw (topic, topic_partition, batch_offset, image, line, model_version, predicted_class,
                                                probability, drawn_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (topic, topic_partition, batch_offset, image) do nothing""",
                place.topic(), place.partition(), place.offset(), place.image(), window.line(), window.modelVersion(),
                choice.image().predictedClass(), choice.probability(), window.at().atOffset(ZoneOffset.UTC));
    }

    /** A model with the first moment that counts. */
    private record Audited(String modelVersion, Instant since) {}

    @Override
    public Optional<AuditedModel> audited(String line) {
        return database.inTransaction("read the audited images of line " + line, connection -> {
            Optional<Audited> audited = ChampionStore.newest(connection, line)
                    .map(champion -> new Audited(champion.modelVersion(), champion.at()));
            if (audited.isEmpty()) {
                audited = Database.query(connection, """
                        select model_version, min(drawn_at) as since from audit_draw where line = ?
                        group by model_version order by max(drawn_at) desc limit 1""",
                        row -> new Audited(row.getString("model_version"), instant(row, "since")), line).stream()
                        .findFirst();
            }
            return audited.isEmpty() ? Optional.empty() : read(connection, line, audited.get());
        });
    }

    private static Optional<AuditedModel> read(Connection connection, String line, Audited audited)
            throws SQLException {
        Object[] which = {line, audited.modelVersion(), audited.since().atOffset(ZoneOffset.UTC)};
        List<AuditedPart> parts = Database.query(connection, """
                select e.class_names[d.predicted_class + 1] as predicted, g.class_name
                from audit_draw d join given_label g using (topic, topic_partition, batch_offset, image)
                join evaluation e using (model_version)
                where d.line = ? and d.model_version = ? and d.drawn_at >= ?
                order by g.given_at, batch_offset, image""",
                row -> new AuditedPart(row.getString("predicted"), row.getString("class_name")), which);
        return Database.query(connection, """
                select e.class_names, s.good_class, count(*) as drawn
                from audit_draw d join evaluation e using (model_version) left join line_settings s on s.line = d.line
                where d.line = ? and model_version = ? and d.drawn_at >= ?
                group by model_version, e.class_names, s.good_class""",
                row -> new AuditedModel(audited.modelVersion(),
                        Arrays.asList((String[]) row.getArray("class_names").getArray()),
                        row.getString("good_class"), audited.since(), row.getInt("drawn"), parts),
                which).stream().findFirst();
    }

    @Override
    public void state(String line, String by, AuditStatement statement) {
        Map<String, Object> details = new HashMap<>(Map.of("since", statement.since(), "drawn", statement.drawn(),
                "audited", statement.audited(), "statement", statement.sentence()));
        if (statement.accuracy() != null) {
            details.put("accuracyAtLeast", statement.accuracy().bound());
        }
        if (statement.escapes() != null) {
            details.put("escapesAtMost", statement.escapes().bound());
        }
        database.inTransaction("state what is proven of line " + line, connection -> {
            AuditStore.append(connection,
                    new AuditRecord(line, by, AuditAction.PROVEN, statement.modelVersion(), details));
            return true;
        });
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
