package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.audit.AuditEntry;
import io.crossline.audit.AuditLedger;
import io.crossline.audit.AuditRecord;
import io.crossline.audit.AuditVerification;
import io.crossline.contracts.AuditHead;
import io.crossline.evaluation.outbox.OutboxEvent;

/** The audit's chain of entries. The other stores add to it in their own transactions. */
@ApplicationScoped
public class AuditStore {

    private final Database database;

    AuditStore(Database database) {
        this.database = database;
    }

    /** Adds an entry in the transaction of what it tells of; others that want to add wait until that ends. */
    static void append(Connection connection, AuditRecord record) throws SQLException {
        AuditEntry entry = Database.query(connection, "select * from audit_head for update",
                head -> AuditEntry.after(head.getLong("sequence"), head.getString("hash"), record, Instant.now()))
                .get(0);
        Database.update(connection, """
                insert into audit_entry (sequence, at, line, actor, action, model_version, details, previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", entry.sequence(), entry.at().atOffset(ZoneOffset.UTC),
                entry.line(), entry.actor(), entry.action(), entry.modelVersion(), entry.details(),
                entry.previousHash(), entry.hash());
        Database.update(connection, "update audit_head set sequence = ?, hash = ?", entry.sequence(), entry.hash());
    }

    /**
     * Newest first.
     *
     * @param line null for all lines
     */
    public List<AuditEntry> newest(String line, int limit) {
        return database.query("read the audit", """
                select * from audit_entry where ?::text is null or line = ? order by sequence desc limit ?""",
                AuditLedger::entry, line, line, limit);
    }

    /** Looks at every entry there is, and at every promotion, as of one moment. */
    public AuditVerification verify() {
        return database.inTransaction("verify the audit", connection -> AuditLedger.verify(connection, entry -> {
        }));
    }

    /**
     * Tells the audit's topic where the chain ends, unless it was told already.
     *
     * @param sign makes the signed head of a chain's last entry, from its sequence and hash
     */
    public void tellHead(BiFunction<Long, String, AuditHead> sign) {
        database.inTransaction("tell the head of the audit", connection -> {
            for (AuditHead head : Database.query(connection,
                    "select * from audit_head where told < sequence for update skip locked",
                    row -> sign.apply(row.getLong("sequence"), row.getString("hash")))) {
                OutboxStore.add(connection, OutboxEvent.of(head));
                Database.update(connection, "update audit_head set told = sequence");
            }
            return null;
        });
    }
}
