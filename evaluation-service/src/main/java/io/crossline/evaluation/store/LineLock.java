package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One change of a line at a time, also from other replicas: of its champion, its cycle, its settings and how the loop treats it. It is
 * the first lock of a transaction; see the package's description.
 */
final class LineLock {

    private LineLock() {}

    /** Waits for the lock, and holds it until the transaction ends. */
    static void take(Connection connection, String line) throws SQLException {
        Database.query(connection, "select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true,
                "line " + line);
    }
}
