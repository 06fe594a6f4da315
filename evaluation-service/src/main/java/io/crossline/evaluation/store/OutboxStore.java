package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.outbox.OutboxEvent;
import io.crossline.evaluation.outbox.OutboxState;

/**
 * Events that wait to be sent. The other stores add to it in their own transactions. Who writes two events of the same key one after the
 * other does so under one lock or in one thread, so that the order of their rows is the order of what they tell of.
 */
@ApplicationScoped
public class OutboxStore {

    /** What a relay listens to. */
    static final String CHANNEL = "outbox";
    /** A relay that sends looks at its connection more often than this. */
    private static final Duration LONGEST_SEND = Duration.ofSeconds(10);

    private final Database database;

    OutboxStore(Database database) {
        this.database = database;
    }

    /** Adds an event in the transaction of what it tells of, and wakes the relay when that is committed; one that waits already is not added again. */
    static void add(Connection connection, OutboxEvent event) throws SQLException {
        Database.update(connection, """
                insert into outbox (event_id, topic, record_key, headers, value) values (?, ?, ?, ?::jsonb, ?)
                on conflict (event_id) do nothing""", event.id(), event.topic(), event.key(),
                JsonColumn.write(event.headers()), event.value());
        Database.query(connection, "select pg_notify(?, '')", row -> true, CHANNEL);
    }

    public OutboxState state() {
        return database.query("read the state of the outbox", """
                select count(*) as waiting,
                       coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) * 1000 as milliseconds
                from outbox""", row -> new OutboxState(row.getLong("waiting"),
                Duration.ofMillis(Math.max(0, Math.round(row.getDouble("milliseconds")))))).get(0);
    }

    /**
     * Begins to relay; empty where another replica of the service does.
     *
     * @param interval between two looks at the outbox
     */
    public Optional<OutboxSession> relay(Duration interval) {
        return OutboxSession.begin(database, interval.multipliedBy(2).plus(LONGEST_SEND));
    }
}
