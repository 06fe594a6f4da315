package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.Method;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.gate.Recommendations;
import io.crossline.monitoring.gate.Recommendation;

/** What the comparisons of the adaptations' models came to. */
@ApplicationScoped
public class RecommendationStore implements Recommendations {

    private final Database database;

    RecommendationStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Model> models(UUID adaptationId) {
        return database.query("read the classifiers of adaptation " + adaptationId, """
                select model_version, method, verdict, reason from evaluation
                where adaptation_id = ? and kind = 'CLASSIFIER' order by evaluated_at, model_version""",
                row -> new Model(row.getString("model_version"), Method.of(row.getString("method")),
                        Verdict.valueOf(row.getString("verdict")), row.getString("reason")),
                adaptationId).stream().sorted(Comparator.comparing(Model::method)).toList();
    }

    @Override
    public Optional<Made> find(UUID adaptationId) {
        return database.query("read the recommendation of adaptation " + adaptationId, """
                select r.*, e.method from recommendation r left join evaluation e on e.model_version = r.model_version
                where r.adaptation_id = ?""", RecommendationStore::made, adaptationId).stream().findFirst();
    }

    @Override
    public void save(UUID adaptationId, Made made) {
        Recommendation recommendation = made.recommendation();
        database.inTransaction("record the recommendation of adaptation " + adaptationId, connection -> Database.update(
                connection,
                """
                        insert into recommendation (adaptation_id, model_version, reason, compared, comparisons, made_at)
                        values (?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (adaptation_id) do update set
                            model_version = excluded.model_version, reason = excluded.reason,
                            compared = excluded.compared, comparisons = excluded.comparisons, made_at = excluded.made_at""",
                adaptationId, recommendation.modelVersion(), recommendation.reason(), text(connection, made.compared()),
                JsonColumn.write(recommendation.comparisons()), Instant.now().atOffset(ZoneOffset.UTC)));
    }

    private static Object text(Connection connection, Set<String> values) throws SQLException {
        return connection.createArrayOf("text", values.stream().sorted().toArray());
    }

    private static Made made(ResultSet row) throws SQLException {
        String method = row.getString("method");
        Recommendation recommendation = new Recommendation(row.getString("model_version"),
                method == null ? null : Method.of(method), row.getString("reason"),
                JsonColumn.comparisons(row.getString("comparisons")));
        return new Made(recommendation, Set.of((String[]) row.getArray("compared").getArray()));
    }
}
