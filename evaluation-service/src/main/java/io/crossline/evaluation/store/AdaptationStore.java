package io.crossline.evaluation.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
        return database.inTransaction("read the results of adaptation " + adaptationId, connection -> {
            List<MethodResult> results = new ArrayList<>();
            for (RecordedEvaluation evaluation : EvaluationRows.read(connection,
                    "where adaptation_id = ? and kind = 'CLASSIFIER' order by evaluated_at", adaptationId)) {
                results.addAll(Database.query(connection,
                        "select train_seconds, images_per_second, backend from evaluation where model_version = ?",
                        row -> new MethodResult(evaluation, row.getDouble("train_seconds"),
                                row.getDouble("images_per_second"), row.getString("backend")),
                        evaluation.modelVersion()));
            }
            return results;
        });
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

}
