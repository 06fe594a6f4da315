package io.crossline.evaluation.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;

/** Adaptations, and their classifiers side by side. */
@ApplicationScoped
public class AdaptationStore {

    private final Database database;

    AdaptationStore(Database database) {
        this.database = database;
    }

    /**
     * Records the job's adaptation unless it is known already.
     *
     * @return whether it was new
     */
    public boolean record(JobRequested job) {
        String sql = """
                insert into adaptation (adaptation_id, source_line, target_line, source_dataset, target_dataset, preset,
                                        seed, methods, requested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (adaptation_id) do nothing""";
        return database.inTransaction("record adaptation " + job.adaptationId(), connection -> {
            Array methods = connection.createArrayOf("text",
                    job.adaptationMethods().stream().sorted().map(Method::id).toArray());
            return Database.update(connection, sql, job.adaptationId(), job.source().line(), job.target().line(),
                    dataset(job.source()), dataset(job.target()), job.preset(), job.seed(), methods,
                    job.requestedAt().atOffset(ZoneOffset.UTC)) == 1;
        });
    }

    public Optional<Adaptation> find(UUID adaptationId) {
        return database.query("read adaptation " + adaptationId, "select * from adaptation where adaptation_id = ?",
                AdaptationStore::adaptation, adaptationId).stream().findFirst();
    }

    /** Newest first. */
    public List<Adaptation> list(int limit) {
        return database.query("list adaptations",
                "select * from adaptation order by requested_at desc, adaptation_id limit ?",
                AdaptationStore::adaptation, limit);
    }

    /** The adaptation's classifiers evaluated so far. */
    public List<MethodResult> results(UUID adaptationId) {
        String sql = """
                select e.method, e.model_version, e.train_seconds, e.images_per_second, e.backend,
                       source.accuracy as source_accuracy, target.accuracy as target_accuracy
                from evaluation e
                left join line_score source on source.model_version = e.model_version and source.role = 'source'
                left join line_score target on target.model_version = e.model_version and target.role = 'target'
                where e.adaptation_id = ? and e.kind = 'CLASSIFIER'
                order by e.evaluated_at""";
        return database.query("read the results of adaptation " + adaptationId, sql, AdaptationStore::result,
                adaptationId);
    }

    private static String dataset(LineData line) {
        String dataset = line.train().dataset();
        return dataset == null ? line.line() : dataset;
    }

    private static Adaptation adaptation(ResultSet row) throws SQLException {
        String[] methods = (String[]) row.getArray("methods").getArray();
        return new Adaptation(row.getObject("adaptation_id", UUID.class), row.getString("source_line"),
                row.getString("target_line"), row.getString("source_dataset"), row.getString("target_dataset"),
                row.getString("preset"), row.getLong("seed"), Arrays.stream(methods).map(Method::of).toList(),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }

    private static MethodResult result(ResultSet row) throws SQLException {
        return new MethodResult(Method.of(row.getString("method")), row.getString("model_version"),
                row.getObject("source_accuracy", Double.class), row.getObject("target_accuracy", Double.class),
                row.getDouble("train_seconds"), row.getDouble("images_per_second"), row.getString("backend"));
    }
}
