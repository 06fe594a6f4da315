package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.audit.AuditAction;
import io.crossline.audit.AuditRecord;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelPromoted;
import io.crossline.evaluation.loop.Cycle;
import io.crossline.evaluation.loop.CycleState;
import io.crossline.evaluation.loop.CycleState.Outcome;
import io.crossline.evaluation.loop.Cycles;
import io.crossline.evaluation.outbox.OutboxEvent;
import io.crossline.monitoring.gate.GateVerdict;
import io.crossline.monitoring.gate.ValidatorScore;

/** The loop's cycles. Each change names the states that it may start from, so that the same change twice is one. */
@ApplicationScoped
public class CycleStore implements Cycles {

    private static final String BEFORE_THE_GATE = "('OPENED', 'TRAINING')";
    private static final String OPEN = "('OPENED', 'TRAINING', 'SHADOW', 'PROBATION')";

    private final Database database;

    CycleStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean open(Cycle cycle) {
        String sql = """
                insert into cycle (cycle_id, line, triggered_by, requested_by, reason, champion, candidate, job, state,
                                   detail, shadow_needed, opened_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'OPENED', ?, ?, ?, ?)
                on conflict do nothing""";
        return database.inTransaction("open a cycle of line " + cycle.line(), connection -> {
            LineLock.take(connection, cycle.line());
            boolean isNew = Database.update(connection, sql, cycle.cycleId(), cycle.line(), cycle.trigger(),
                    cycle.by(), cycle.reason(), cycle.champion(), cycle.candidate(), JsonColumn.write(cycle.job()),
                    cycle.detail(), cycle.shadow().needed(), cycle.openedAt().atOffset(ZoneOffset.UTC),
                    cycle.changedAt().atOffset(ZoneOffset.UTC)) == 1;
            if (isNew) {
                AuditStore.append(connection, new AuditRecord(cycle.line(), cycle.by(), AuditAction.CYCLE_OPENED,
                        cycle.candidate(), Map.of("cycle", cycle.cycleId(), "trigger", cycle.trigger(), "reason",
                                cycle.reason(), "champion", cycle.champion(), "trainedOn",
                                cycle.job().target().train().ranges(), "labels", cycle.labels(), "leftOut",
                                cycle.leftOut(), "examples", cycle.examples())));
            }
            return isNew;
        });
    }

    @Override
    public Optional<Cycle> openOf(String line) {
        return find("where line = ? and state <> 'CLOSED'", line);
    }

    @Override
    public List<Cycle> allOpen() {
        return list("where state <> 'CLOSED' order by opened_at");
    }

    @Override
    public Optional<Cycle> awaiting(String candidate) {
        return find("where candidate = ? and state in " + BEFORE_THE_GATE, candidate);
    }

    @Override
    public Optional<Cycle> awaitingJob(UUID jobId) {
        return find("where job ->> 'jobId' = ? and state in " + BEFORE_THE_GATE, jobId.toString());
    }

    @Override
    public Optional<Cycle> newestClosed(String line) {
        return find("where line = ? and state = 'CLOSED' order by closed_at desc limit 1", line);
    }

    /** Newest first. */
    public List<Cycle> history(String line, int limit) {
        return list("where line = ? order by opened_at desc limit ?", line, limit);
    }

    /** Cycles whose jobs learnt from labels, newest first. */
    public List<Cycle> withLabels(String line) {
        return list("where line = ? and jsonb_array_length(job -> 'targetLabels') > 0 order by opened_at desc", line);
    }

    @Override
    public int openedByLoopSince(String line, Instant since) {
        return database.query("count the cycles of line " + line,
                "select count(*) as cycles from cycle where line = ? and triggered_by <> 'person' and opened_at >= ?",
                row -> row.getInt("cycles"), line, since.atOffset(ZoneOffset.UTC)).get(0);
    }

    @Override
    public boolean requested(Cycle cycle, List<JobRequested> jobs) {
        return database.inTransaction("ask for the job of line " + cycle.line(), connection -> {
            LineLock.take(connection, cycle.line());
            boolean changed = Database.update(connection, """
                    update cycle set state = 'TRAINING', detail = 'The candidate is being trained.', changed_at = now()
                    where cycle_id = ? and state = 'OPENED'""", cycle.cycleId()) == 1;
            if (changed) {
                for (JobRequested job : jobs) {
                    OutboxStore.add(connection, OutboxEvent.of(job));
                }
            }
            return changed;
        });
    }

    @Override
    public boolean returned(Cycle cycle, String earlierChampion, GateVerdict verdict) {
        String sql = """
                update cycle set state = 'SHADOW', candidate = ?, returned = true, gate = ?::jsonb, detail = ?,
                                 changed_at = now()
                where cycle_id = ? and state = 'OPENED'""";
        String detail = "An earlier champion fits again; no job is needed. " + verdict.reason();
        return database.inTransaction("record that " + earlierChampion + " fits again", connection -> {
            LineLock.take(connection, cycle.line());
            boolean changed = Database.update(connection, sql, earlierChampion, JsonColumn.write(verdict), detail,
                    cycle.cycleId()) == 1;
            if (changed) {
                accepted(connection, cycle, earlierChampion, verdict, true);
            }
            return changed;
        });
    }

    @Override
    public boolean accepted(Cycle cycle, GateVerdict verdict) {
        String sql = """
                update cycle set state = 'SHADOW', gate = ?::jsonb, detail = ?, changed_at = now()
                where cycle_id = ? and state in %s""".formatted(BEFORE_THE_GATE);
        return database.inTransaction("record that the gate accepted " + cycle.candidate(), connection -> {
            LineLock.take(connection, cycle.line());
            boolean changed = Database.update(connection, sql, JsonColumn.write(verdict), verdict.reason(),
                    cycle.cycleId()) == 1;
            if (changed) {
                accepted(connection, cycle, cycle.candidate(), verdict, false);
            }
            return changed;
        });
    }

    private static void accepted(Connection connection, Cycle cycle, String candidate, GateVerdict verdict,
            boolean returned) throws SQLException {
        AuditStore.append(connection, new AuditRecord(cycle.line(), Cycle.LOOP, AuditAction.GATE_ACCEPTED, candidate,
                Map.of("cycle", cycle.cycleId(), "reason", verdict.reason(), "votes", votes(verdict),
                        "earlierChampion", returned)));
    }

    private static Map<String, String> votes(GateVerdict verdict) {
        return verdict.validators().stream()
                .collect(Collectors.toMap(ValidatorScore::name, score -> score.vote().id()));
    }

    @Override
    public boolean refused(Cycle cycle, GateVerdict verdict) {
        return database.inTransaction("record that the gate refused " + cycle.candidate(), connection -> {
            LineLock.take(connection, cycle.line());
            Database.update(connection, "update cycle set gate = ?::jsonb where cycle_id = ? and state in "
                    + BEFORE_THE_GATE, JsonColumn.write(verdict), cycle.cycleId());
            return close(connection, cycle, BEFORE_THE_GATE, Outcome.REFUSED, Cycle.LOOP, verdict.reason());
        });
    }

    @Override
    public void shadowed(UUID cycleId, int batches) {
        database.inTransaction("count the batches in shadow", connection -> Database.update(connection,
                "update cycle set shadow_batches = ? where cycle_id = ? and state = 'SHADOW'", batches, cycleId));
    }

    @Override
    public Optional<ModelPromoted> promote(Cycle cycle, double agreement, String reason) {
        return database.inTransaction("promote " + cycle.candidate(), connection -> {
            LineLock.take(connection, cycle.line());
            Optional<String> objection = objection(connection, cycle, cycle.champion());
            if (objection.isPresent()) {
                close(connection, cycle, "('SHADOW')", Outcome.REFUSED, Cycle.LOOP, objection.get());
                return Optional.empty();
            }
            boolean changed = Database.update(connection, """
                    update cycle set state = 'PROBATION', shadow_agreement = ?, shadow_batches = shadow_needed,
                                     detail = ?, changed_at = now()
                    where cycle_id = ? and state = 'SHADOW'""", agreement, reason, cycle.cycleId()) == 1;
            return changed
                    ? Optional.of(ChampionStore.promote(connection, AuditAction.PROMOTED, cycle.line(),
                            cycle.candidate(), Cycle.LOOP, reason))
                    : Optional.empty();
        });
    }

    @Override
    public Optional<ModelPromoted> rollBack(Cycle cycle, String reason) {
        return database.inTransaction("roll back " + cycle.candidate(), connection -> {
            LineLock.take(connection, cycle.line());
            Optional<String> objection = objection(connection, cycle, cycle.candidate());
            if (objection.isPresent()) {
                close(connection, cycle, "('PROBATION')", Outcome.KEPT, Cycle.LOOP, objection.get());
                return Optional.empty();
            }
            if (!close(connection, cycle, "('PROBATION')", Outcome.ROLLED_BACK, Cycle.LOOP, reason)) {
                return Optional.empty();
            }
            return Optional.of(ChampionStore.promote(connection, AuditAction.ROLLED_BACK, cycle.line(),
                    cycle.champion(), Cycle.LOOP, reason));
        });
    }

    /**
     * What a person did since the loop decided, and speaks against its act.
     *
     * @param champion the one that the loop decided against
     */
    private static Optional<String> objection(Connection connection, Cycle cycle, String champion)
            throws SQLException {
        if (Database.query(connection, "select 1 from line_loop where line = ? and pinned", row -> true, cycle.line())
                .size() == 1) {
            return Optional.of("The champion is pinned.");
        }
        return ChampionStore.newest(connection, cycle.line()).filter(now -> !now.modelVersion().equals(champion))
                .map(now -> now.by() + " made " + now.modelVersion() + " champion meanwhile: " + now.reason());
    }

    /** Ends the line's open cycle in the transaction of what a person did to its champion. */
    static void endByPerson(Connection connection, String line, String champion, String by, String reason)
            throws SQLException {
        for (Cycle cycle : readable(Database.query(connection,
                "select * from cycle where line = ? and state <> 'CLOSED'", CycleRow::read, line))) {
            boolean kept = champion.equals(cycle.candidate());
            boolean onProbation = cycle.state() == CycleState.PROBATION;
            Outcome outcome = kept ? Outcome.KEPT : onProbation ? Outcome.ROLLED_BACK : Outcome.REFUSED;
            close(connection, cycle, OPEN, outcome, by, by + " made " + champion + " champion: " + reason);
        }
    }

    @Override
    public boolean close(Cycle cycle, Outcome outcome, String by, String detail) {
        return database.inTransaction("close a cycle of line " + cycle.line(), connection -> {
            LineLock.take(connection, cycle.line());
            return close(connection, cycle, OPEN, outcome, by, detail);
        });
    }

    private static boolean close(Connection connection, Cycle cycle, String states, Outcome outcome, String by,
            String detail) throws SQLException {
        boolean changed = Database.update(connection, """
                update cycle set state = 'CLOSED', outcome = ?, detail = ?, changed_at = now(), closed_at = now()
                where cycle_id = ? and state in %s""".formatted(states), outcome.name(), detail,
                cycle.cycleId()) == 1;
        if (changed) {
            Map<String, Object> details = new HashMap<>(
                    Map.of("cycle", cycle.cycleId(), "outcome", outcome, "reason", detail));
            AuditStore.append(connection,
                    new AuditRecord(cycle.line(), by, AuditAction.CYCLE_CLOSED, cycle.candidate(), details));
        }
        return changed;
    }

    private Optional<Cycle> find(String condition, Object... parameters) {
        return list(condition, parameters).stream().findFirst();
    }

    private List<Cycle> list(String condition, Object... parameters) {
        return readable(
                database.query("read the cycles", "select * from cycle " + condition, CycleRow::read, parameters));
    }

    private static List<Cycle> readable(List<Optional<Cycle>> rows) {
        return rows.stream().flatMap(Optional::stream).toList();
    }
}
