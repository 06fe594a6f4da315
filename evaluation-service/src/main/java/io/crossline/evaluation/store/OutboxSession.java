package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

import io.crossline.evaluation.outbox.OutboxEvent;

/**
 * The right to relay the outbox, a lock of the database that its connection holds: PostgreSQL gives it to another replica when this one
 * closes the connection, dies, or is cut off. A replica that stands still keeps its connection: PostgreSQL ends that when nothing was asked
 * on it for a while, and with it the right. For one thread.
 */
public final class OutboxSession implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxSession.class);
    private static final String LOCK = "hashtextextended('relay of the outbox', 0)";

    private final Connection connection;

    private OutboxSession(Connection connection) {
        this.connection = connection;
    }

    /** @param id order of the events */
    public record Row(long id, OutboxEvent event) {}

    @FunctionalInterface
    private interface Work<T> {
        T go() throws SQLException;
    }

    /** @param silence after which the connection is ended, longer than this replica ever lets it rest */
    static Optional<OutboxSession> begin(Database database, Duration silence) {
        return attempt("relay the outbox", () -> {
            OutboxSession session = new OutboxSession(database.connection());
            try {
                session.execute("set idle_session_timeout = " + silence.toMillis());
                session.execute("listen " + OutboxStore.CHANNEL);
                if (Database.query(session.connection, "select pg_try_advisory_lock(" + LOCK + ") as held",
                        row -> row.getBoolean("held")).get(0)) {
                    return Optional.of(session);
                }
            } catch (SQLException e) {
                session.close();
                throw e;
            }
            session.close();
            return Optional.empty();
        });
    }

    /** At most so many events, the oldest first. */
    public List<Row> oldest(int limit) {
        return attempt("read the outbox", () -> Database.query(connection,
                "select * from outbox order by id limit ?", OutboxSession::row, limit));
    }

    /** Removes what the broker has; each by its own id: a transaction that ends late may have an earlier one. */
    public void sent(List<Row> rows) {
        attempt("remove what is sent from the outbox",
                () -> Database.update(connection, "delete from outbox where id = any(?)",
                        connection.createArrayOf("int8", rows.stream().map(Row::id).toArray())));
    }

    /**
     * Returns when a transaction has added events, at the latest after that time.
     *
     * @return whether events were added
     */
    public boolean await(Duration longest) {
        return attempt("wait for the outbox", () -> connection.unwrap(PGConnection.class)
                .getNotifications((int) longest.toMillis())).length > 0;
    }

    /** @throws StoreException if the connection is lost, and with it the right to relay */
    public void requireHeld() {
        attempt("go on relaying the outbox", () -> Database.query(connection, "select 1", row -> true));
    }

    @Override
    public void close() {
        try (connection) {
            execute("reset idle_session_timeout");
            execute("unlisten *");
            execute("select pg_advisory_unlock_all()"); // no warning where it was not given
        } catch (SQLException e) {
            LOG.debugf("The connection that relayed the outbox is lost already: %s", e.getMessage());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T attempt(String what, Work<T> work) {
        try {
            return work.go();
        } catch (SQLException e) {
            throw new StoreException("Cannot " + what, e);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("id"), new OutboxEvent(row.getObject("event_id", UUID.class), row.getString("topic"),
                row.getString("record_key"), JsonColumn.texts(row.getString("headers")), row.getBytes("value")));
    }
}
