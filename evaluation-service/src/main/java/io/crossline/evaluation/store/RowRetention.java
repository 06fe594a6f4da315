package io.crossline.evaluation.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Deletes old predictions and windows, a few thousand rows a transaction, found by an index on their time. The tables are not partitioned by
 * time: their unique keys, which make a batch count once, would each have to contain it.
 */
@ApplicationScoped
public class RowRetention {

    private static final Logger LOG = Logger.getLogger(RowRetention.class);
    private static final int ROWS = 5000;

    private final Database database;
    private final RetentionConfig config;

    RowRetention(Database database, RetentionConfig config) {
        this.database = database;
        this.config = config;
    }

    @Scheduled(every = "{crossline.retention.interval:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            deleteOlder("batch_prediction", "predicted_at", config.predictions());
            deleteOlder("part_prediction", "predicted_at", config.predictions());
            deleteOlder("unusable_frame", "found_at", config.predictions());
            deleteOlder("drift_window", "at", config.windows());
        } catch (StoreException e) {
            LOG.warnf("Old rows are looked for again later: %s", e.getMessage());
        }
    }

    /** @return how many */
    long deleteOlder(String table, String time, Duration retention) {
        OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(retention);
        String sql = "delete from %1$s where ctid in (select ctid from %1$s where %2$s < ? order by %2$s limit ?)"
                .formatted(table, time);
        long deleted = 0;
        int rows;
        do {
            rows = database.inTransaction("delete old rows of " + table,
                    connection -> Database.update(connection, sql, before, ROWS));
            deleted += rows;
        } while (rows == ROWS);
        if (deleted > 0) {
            LOG.infof("Deleted %d rows of %s from before %s", deleted, table, before);
        }
        return deleted;
    }
}
