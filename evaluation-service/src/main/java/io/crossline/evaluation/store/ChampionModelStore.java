package io.crossline.evaluation.store;

import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.kept.ChampionModels;

/** The lines' champions, for one replica at a time. */
@ApplicationScoped
public class ChampionModelStore implements ChampionModels {

    private final Database database;

    ChampionModelStore(Database database) {
        this.database = database;
    }

    @Override
    public void withNewest(int ofEachLine, Consumer<List<String>> work) {
        database.inTransaction("keep the images of champions", connection -> {
            // the transaction is idle while images are read and written; its lock holds up nothing but the same work
            Database.query(connection, "select set_config('idle_in_transaction_session_timeout', '0', true)",
                    row -> true);
            boolean isMine = Database.query(connection,
                    "select pg_try_advisory_xact_lock(hashtextextended('kept images', 0)) as mine",
                    row -> row.getBoolean("mine")).get(0);
            if (isMine) {
                work.accept(Database.query(connection,
                        """
                                select distinct model_version from (
                                    select model_version, row_number() over (partition by line order by max(promotion_id) desc) as place
                                    from promotion group by line, model_version) ranked
                                where place <= ?""",
                        row -> row.getString("model_version"), ofEachLine));
            }
            return isMine;
        });
    }
}
