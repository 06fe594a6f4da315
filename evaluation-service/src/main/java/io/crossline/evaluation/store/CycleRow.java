package io.crossline.evaluation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.crossline.contracts.JobRequested;
import io.crossline.evaluation.gate.GateVerdict;
import io.crossline.evaluation.loop.Cycle;
import io.crossline.evaluation.loop.CycleState;

/** Puts a cycle together from its row. */
final class CycleRow {

    private CycleRow() {}

    static Cycle read(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String gate = row.getString("gate");
        return new Cycle(row.getObject("cycle_id", UUID.class), row.getString("line"), row.getString("triggered_by"),
                row.getString("requested_by"), row.getString("reason"), row.getString("champion"),
                row.getString("candidate"), row.getBoolean("returned"),
                JsonColumn.read(row.getString("job"), JobRequested.class),
                CycleState.valueOf(row.getString("state")),
                outcome == null ? null : CycleState.Outcome.valueOf(outcome), row.getString("detail"),
                gate == null ? null : JsonColumn.read(gate, GateVerdict.class),
                new Cycle.Shadow(row.getInt("shadow_batches"), row.getInt("shadow_needed"),
                        row.getObject("shadow_agreement", Double.class)),
                instant(row, "opened_at"), instant(row, "changed_at"), instant(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
