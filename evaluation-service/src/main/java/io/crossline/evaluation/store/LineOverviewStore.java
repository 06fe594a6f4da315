package io.crossline.evaluation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.loop.CycleState;
import io.crossline.evaluation.store.LineOverview.NewestCycle;
import io.crossline.evaluation.store.LineOverview.NewestWindow;

/** Reads the state of many lines with one query. */
@ApplicationScoped
public class LineOverviewStore {

    private static final String SQL = """
            select name.line, p.model_version as champion, p.promoted_at, loop.enabled, loop.pinned,
                   w.model_version as window_model, w.drifted, w.drifted_in_a_row, w.diagnosis, w.estimated_accuracy,
                   w.estimate_low, w.estimate_high, w.estimate_worst_family, w.true_accuracy, w.at as window_at,
                   c.state, c.outcome, c.detail, c.opened_at, c.closed_at, f.frame_check, f.since, f.frames
            from unnest(?::text[]) as name (line)
            left join lateral (select model_version, promoted_at from promotion
                               where line = name.line order by promotion_id desc limit 1) p on true
            left join lateral (select * from drift_window where line = name.line
                               order by at desc, last_offset desc, window_number desc limit 1) w on true
            left join lateral (select * from cycle where line = name.line order by opened_at desc limit 1) c on true
            left join line_loop loop on loop.line = name.line
            left join camera_fault f on f.line = name.line
            order by name.line""";

    private final Database database;

    LineOverviewStore(Database database) {
        this.database = database;
    }

    /** One for each of the lines, by name. */
    public List<LineOverview> of(List<String> lines) {
        return database.inTransaction("read the state of " + lines.size() + " lines", connection -> Database.query(
                connection, SQL, LineOverviewStore::overview, connection.createArrayOf("text", lines.toArray())));
    }

    private static LineOverview overview(ResultSet row) throws SQLException {
        return new LineOverview(row.getString("line"), row.getString("champion"), at(row, "promoted_at"),
                row.getObject("enabled", Boolean.class), row.getBoolean("pinned"), window(row), cycle(row),
                row.getString("frame_check") == null ? null : FrameStore.fault(row));
    }

    private static NewestWindow window(ResultSet row) throws SQLException {
        return row.getString("window_model") == null
                ? null
                : new NewestWindow(row.getString("window_model"), row.getBoolean("drifted"),
                        row.getInt("drifted_in_a_row"), row.getString("diagnosis"), DriftStore.estimate(row),
                        row.getObject("true_accuracy", Double.class), at(row, "window_at"));
    }

    private static NewestCycle cycle(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return row.getString("state") == null
                ? null
                : new NewestCycle(CycleState.valueOf(row.getString("state")),
                        outcome == null ? null : CycleState.Outcome.valueOf(outcome), row.getString("detail"),
                        at(row, "opened_at"), at(row, "closed_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
