package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.audit.AuditChain;
import io.crossline.evaluation.audit.AuditEntry;
import io.crossline.evaluation.audit.AuditRecord;
import io.crossline.evaluation.audit.AuditVerification;

/** The audit's chain of entries. The other stores add to it in their own transactions. */
@ApplicationScoped
public class AuditStore {

    private static final int PAGE = 1000;

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
                AuditStore::entry, line, line, limit);
    }

    /** Looks at every entry there is, and at every promotion, as of one moment. */
    public AuditVerification verify() {
        return database.inTransaction("verify the audit", connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            AuditChain chain = new AuditChain();
            long after = 0;
            List<AuditEntry> page;
            do {
                page = Database.query(connection,
                        "select * from audit_entry where sequence > ? order by sequence limit ?", AuditStore::entry,
                        after, PAGE);
                for (AuditEntry entry : page) {
                    chain.add(entry);
                    after = entry.sequence();
                }
            } while (page.size() == PAGE);
            AuditVerification entries = Database.query(connection, "select * from audit_head",
                    head -> chain.verify(head.getLong("sequence"), head.getString("hash"))).get(0);
            // entries that were changed are no measure for anything
            return entries.intact() ? AuditedPromotions.verify(connection, entries) : entries;
        });
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(row.getLong("sequence"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("line"), row.getString("actor"), row.getString("action"),
                row.getString("model_version"), row.getString("details"), row.getString("previous_hash"),
                row.getString("hash"));
    }
}
