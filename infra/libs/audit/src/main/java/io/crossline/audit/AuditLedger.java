package io.crossline.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.function.Consumer;

/** The audit as the evaluation service's database has it. */
public final class AuditLedger {

    private static final int PAGE = 1000;

    private AuditLedger() {}

    /**
     * Looks at every entry there is, and at every promotion, as of one moment.
     *
     * @param connection a transaction that has read nothing yet
     * @param entries also takes every entry, in the order of the chain
     */
    public static AuditVerification verify(Connection connection, Consumer<AuditEntry> entries) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        AuditChain chain = new AuditChain();
        try (PreparedStatement statement = connection.prepareStatement("select * from audit_entry order by sequence")) {
            statement.setFetchSize(PAGE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    AuditEntry entry = entry(row);
                    chain.add(entry);
                    entries.accept(entry);
                }
            }
        }
        AuditVerification whole = verify(connection, chain);
        // entries that were changed are no measure for anything
        return whole.intact() ? AuditedPromotions.verify(connection, whole) : whole;
    }

    private static AuditVerification verify(Connection connection, AuditChain chain) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from audit_head");
                ResultSet head = statement.executeQuery()) {
            return head.next()
                    ? chain.verify(head.getLong("sequence"), head.getString("hash"))
                    : chain.withoutHead();
        }
    }

    /** The entry of a row of {@code audit_entry}. */
    public static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(row.getLong("sequence"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("line"), row.getString("actor"), row.getString("action"),
                row.getString("model_version"), row.getString("details"), row.getString("previous_hash"),
                row.getString("hash"));
    }
}
