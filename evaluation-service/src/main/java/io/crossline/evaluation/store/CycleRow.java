package io.crossline.evaluation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

import io.crossline.contracts.JobRequested;
import io.crossline.evaluation.loop.Cycle;
import io.crossline.evaluation.loop.CycleState;
import io.crossline.monitoring.gate.GateVerdict;

/** Puts a cycle together from its row. */
final class CycleRow {

    private static final Logger LOG = Logger.getLogger(CycleRow.class);
    /** Rows that the log has named. */
    private static final Set<UUID> UNREADABLE = ConcurrentHashMap.newKeySet();

    private CycleRow() {}

    /** Empty where the row cannot be decoded, which the log is told once: the other rows are of use all the same. */
    static Optional<Cycle> read(ResultSet row) throws SQLException {
        UUID id = row.getObject("cycle_id", UUID.class);
        try {
            return Optional.of(decode(row));
        } catch (IllegalArgumentException e) {
            if (UNREADABLE.add(id)) {
                LOG.errorf("Row %s of cycle, line %s, state %s, cannot be decoded and is left out: %s", id,
                        row.getString("line"), row.getString("state"), e.getMessage());
            }
            return Optional.empty();
        }
    }

    private static Cycle decode(ResultSet row) throws SQLException {
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
