package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.monitoring.drift.ImagePlace;

/** Keeps places of captured images apart where their topic was made anew under the same name. */
@ApplicationScoped
public class CapturedTopicStore {

    /** Window scores follow their windows. */
    private static final List<String> TABLES = List.of("batch_prediction", "part_prediction", "drift_window",
            "label_candidate", "given_label", "audit_draw", "unknown_image",
            "unusable_frame");

    private final Database database;

    CapturedTopicStore(Database database) {
        this.database = database;
    }

    /**
     * Notes which topic it is. Where it was another one, all places of that get a name of their own, and point to no image any more.
     *
     * @param topicId by Kafka
     * @return whether it was another one
     */
    public boolean is(String topic, String topicId) {
        return database.inTransaction("note the id of topic " + topic, connection -> {
            Database.update(connection, "insert into captured_topic values (?, ?) on conflict do nothing", topic,
                    topicId);
            String before = Database.query(connection,
                    "select topic_id from captured_topic where topic = ? for update", row -> row.getString(1), topic)
                    .get(0);
            if (before.equals(topicId)) {
                return false;
            }
            rename(connection, topic, ImagePlace.earlier(topic, before));
            Database.update(connection, "update captured_topic set topic_id = ? where topic = ?", topicId, topic);
            return true;
        });
    }

    private static void rename(Connection connection, String topic, String earlier) throws SQLException {
        for (String table : TABLES) {
            Database.update(connection, "update " + table + " set topic = ? where topic = ?", earlier, topic);
        }
    }
}
