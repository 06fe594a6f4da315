package io.crossline.evaluation.store;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.scoring.Rejections;

/** Models that were rejected by their evaluation. */
@ApplicationScoped
public class RejectionStore implements Rejections {

    private final Database database;

    RejectionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> reason(String modelVersion) {
        return database.query("read the verdict on " + modelVersion,
                "select reason from evaluation where model_version = ? and verdict = 'REJECTED'",
                row -> row.getString("reason"), modelVersion).stream().findFirst();
    }
}
