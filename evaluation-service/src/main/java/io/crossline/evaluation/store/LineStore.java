package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.audit.AuditAction;
import io.crossline.audit.AuditRecord;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.LineConfigured;
import io.crossline.evaluation.line.ConfiguredLines;
import io.crossline.evaluation.line.LineClasses;
import io.crossline.evaluation.outbox.OutboxEvent;

/** What people set for each line, and which classes it has. */
@ApplicationScoped
public class LineStore implements ConfiguredLines, LineClasses {

    private final Database database;

    LineStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<LineConfigured> settings(String line) {
        return database.inTransaction("read the settings of line " + line, connection -> settings(connection, line));
    }

    @Override
    public LineConfigured change(String line, Function<Optional<LineConfigured>, LineConfigured> to) {
        return database.inTransaction("change the settings of line " + line, connection -> {
            LineLock.take(connection, line);
            Optional<LineConfigured> before = settings(connection, line);
            LineConfigured after = to.apply(before);
            if (before.isPresent() && values(before.get()).equals(values(after))) {
                OutboxStore.add(connection, OutboxEvent.of(before.get()));
                return before.get();
            }
            write(connection, after);
            AuditStore.append(connection,
                    new AuditRecord(line, after.by(), AuditAction.LINE_CONFIGURED, null, details(after)));
            OutboxStore.add(connection, OutboxEvent.of(after));
            return after;
        });
    }

    /** Those of the line's model, and kinds that people named since: the next model learns them. */
    @Override
    public Optional<List<String>> of(String line) {
        return ofModel(line).map(known -> Stream.concat(known.stream(), named(line).stream()).distinct().toList());
    }

    private List<String> named(String line) {
        return database.query("find the named kinds of line " + line, """
                select distinct class_name
                from unknown_image u join given_label g using (topic, topic_partition, batch_offset, image)
                where u.line = ? order by 1""", row -> row.getString("class_name"), line);
    }

    /** Of the line's champion; for want of one, of the newest classifier of a pair that the line belongs to. */
    private Optional<List<String>> ofModel(String line) {
        return database.query("find the classes of line " + line, """
                select evaluation.class_names from evaluation
                left join promotion on promotion.line = ? and promotion.model_version = evaluation.model_version
                where evaluation.kind = 'CLASSIFIER' and ? in (source_line, target_line)
                order by promotion.promotion_id desc nulls last, evaluated_at desc, evaluation.model_version limit 1""",
                row -> List.copyOf(Arrays.asList((String[]) row.getArray("class_names").getArray())), line, line)
                .stream().findFirst();
    }

    private static Optional<LineConfigured> settings(Connection connection, String line) throws SQLException {
        return Database.query(connection, "select * from line_settings where line = ?", LineStore::settings, line)
                .stream().findFirst();
    }

    private static void write(Connection connection, LineConfigured settings) throws SQLException {
        Database.update(connection,
                """
                        insert into line_settings (line, expected_mix, good_class, escape_cost, overkill_cost, max_escapes,
                                                   turns, backbone, checks_off, changed_by, reason, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (line) do update set
                            expected_mix = excluded.expected_mix, good_class = excluded.good_class,
                            escape_cost = excluded.escape_cost, overkill_cost = excluded.overkill_cost,
                            max_escapes = excluded.max_escapes, turns = excluded.turns,
                            backbone = excluded.backbone, checks_off = excluded.checks_off, changed_by = excluded.changed_by, reason = excluded.reason,
                            changed_at = excluded.changed_at""",
                settings.line(), text(settings.expectedMix()), settings.goodClass(), settings.escapeCost(),
                settings.overkillCost(), settings.maxEscapes(), settings.turns(), settings.backbone(),
                connection.createArrayOf("text", ids(settings.checksOff()).toArray()), settings.by(),
                settings.reason(),
                settings.at().atOffset(ZoneOffset.UTC));
    }

    private static Map<String, Object> details(LineConfigured settings) {
        Map<String, Object> details = values(settings);
        details.put("reason", settings.reason());
        return details;
    }

    private static Map<String, Object> values(LineConfigured settings) {
        Map<String, Object> values = new HashMap<>();
        values.put("expectedMix", text(settings.expectedMix()));
        values.put("goodClass", settings.goodClass());
        values.put("escapeCost", settings.escapeCost());
        values.put("overkillCost", settings.overkillCost());
        values.put("maxEscapes", settings.maxEscapes());
        values.put("turns", settings.turns());
        values.put("backbone", settings.backbone());
        if (!settings.checksOff().isEmpty()) {
            values.put("checksOff", ids(settings.checksOff()));
        }
        return values;
    }

    private static List<String> ids(Set<FrameCheck> checks) {
        return checks.stream().map(FrameCheck::id).toList();
    }

    private static Set<FrameCheck> checksOff(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("checks_off").getArray()).map(FrameCheck::parse)
                .collect(Collectors.toSet());
    }

    private static String text(ExpectedMix mix) {
        return mix == null ? null : mix.toString();
    }

    private static LineConfigured settings(ResultSet row) throws SQLException {
        String mix = row.getString("expected_mix");
        return new LineConfigured(row.getString("line"), mix == null ? null : ExpectedMix.parse(mix),
                row.getString("good_class"), row.getDouble("escape_cost"), row.getDouble("overkill_cost"),
                row.getObject("max_escapes", Double.class), row.getBoolean("turns"), row.getString("backbone"),
                checksOff(row),
                row.getString("changed_by"), row.getString("reason"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
