package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.audit.AuditAction;
import io.crossline.audit.AuditRecord;
import io.crossline.evaluation.loop.LineLoops;
import io.crossline.evaluation.loop.LoopSettings;
import io.crossline.evaluation.serving.CompanionVersions;
import io.crossline.monitoring.drift.ModelRole;

/** How the loop treats each line, and which models predict beside its champion. */
@ApplicationScoped
public class LoopStore implements LineLoops, CompanionVersions {

    private final Database database;

    LoopStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<LoopSettings> settings(String line) {
        return database.query("read how the loop treats line " + line, "select * from line_loop where line = ?",
                LoopStore::settings, line).stream().findFirst();
    }

    @Override
    public void change(String line, LoopSettings to) {
        database.inTransaction("change how the loop treats line " + line, connection -> {
            LineLock.take(connection, line);
            Database.update(connection,
                    """
                            insert into line_loop (line, enabled, pinned, cooldown_seconds, budget_per_day, accepted_loss,
                                                   min_images, shadow_batches, changed_by, reason, changed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (line) do update set
                                enabled = excluded.enabled, pinned = excluded.pinned,
                                cooldown_seconds = excluded.cooldown_seconds, budget_per_day = excluded.budget_per_day,
                                accepted_loss = excluded.accepted_loss, min_images = excluded.min_images, shadow_batches = excluded.shadow_batches,
                                changed_by = excluded.changed_by, reason = excluded.reason, changed_at = excluded.changed_at""",
                    line, to.enabled(), to.pinned(), to.cooldown().toSeconds(), to.budgetPerDay(), to.acceptedLoss(),
                    to.minImages(),
                    to.shadowBatches(), to.by(), to.reason(), to.at().atOffset(ZoneOffset.UTC));
            AuditStore.append(connection, new AuditRecord(line, to.by(), AuditAction.LOOP_CHANGED, null,
                    Map.of("enabled", to.enabled(), "pinned", to.pinned(), "cooldownSeconds",
                            to.cooldown().toSeconds(), "budgetPerDay", to.budgetPerDay(), "acceptedLoss",
                            to.acceptedLoss(), "minImages", to.minImages(),
                            "shadowBatches", to.shadowBatches(), "reason", to.reason())));
            return true;
        });
    }

    /** Models that a person compares with the line's champion, by name. */
    @Override
    public List<String> compared(String line) {
        return database.inTransaction("read the models compared on line " + line,
                connection -> compared(connection, line));
    }

    @Override
    public void compare(String line, List<String> models, String by, String reason) {
        database.inTransaction("change the models compared on line " + line, connection -> {
            LineLock.take(connection, line);
            Database.update(connection, "delete from compared_model where line = ?", line);
            for (String model : models) {
                Database.update(connection, "insert into compared_model (line, model_version) values (?, ?)", line,
                        model);
            }
            AuditStore.append(connection, new AuditRecord(line, by, AuditAction.COMPARED, null,
                    Map.of("models", models, "reason", reason)));
            return true;
        });
    }

    @Override
    public Map<String, ModelRole> beside(String line) {
        return database.inTransaction("read the models beside the champion of line " + line, connection -> {
            Map<String, ModelRole> roles = new LinkedHashMap<>();
            Database.query(connection,
                    "select champion, candidate, state from cycle where line = ? and state in ('SHADOW', 'PROBATION')",
                    row -> row.getString("state").equals("SHADOW")
                            ? roles.put(row.getString("candidate"), ModelRole.SHADOW)
                            : roles.put(row.getString("champion"), ModelRole.PREVIOUS),
                    line);
            compared(connection, line).forEach(model -> roles.putIfAbsent(model, ModelRole.COMPARED));
            return roles;
        });
    }

    private static List<String> compared(Connection connection, String line) throws SQLException {
        return Database.query(connection,
                "select model_version from compared_model where line = ? order by model_version",
                row -> row.getString("model_version"), line);
    }

    private static LoopSettings settings(ResultSet row) throws SQLException {
        return new LoopSettings(row.getBoolean("enabled"), row.getBoolean("pinned"),
                Duration.ofSeconds(row.getLong("cooldown_seconds")), row.getInt("budget_per_day"),
                row.getDouble("accepted_loss"),
                row.getInt("min_images"), row.getInt("shadow_batches"), row.getString("changed_by"),
                row.getString("reason"), row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
