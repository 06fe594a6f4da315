package io.crossline.evaluation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.audit.AuditAction;
import io.crossline.audit.AuditRecord;
import io.crossline.evaluation.scoring.EvaluatedArchive;
import io.crossline.evaluation.scoring.EvaluatedArchives;
import io.crossline.evaluation.scoring.RefusedArchive;

/** Which archives were evaluated, and which were refused since they are others. */
@ApplicationScoped
public class EvaluatedArchiveStore implements EvaluatedArchives {

    private static final String ACTOR = "evaluation-service";

    private final Database database;

    EvaluatedArchiveStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<EvaluatedArchive> of(String modelVersion) {
        return database.query("read the digest of " + modelVersion, """
                select target_line, archive_sha256, manifest ->> 'parametersSha256' as parameters_sha256
                from evaluation where model_version = ?""",
                row -> new EvaluatedArchive(modelVersion, row.getString("target_line"),
                        row.getString("archive_sha256"), row.getString("parameters_sha256")),
                modelVersion).stream().findFirst();
    }

    @Override
    public void refused(RefusedArchive archive) {
        EvaluatedArchive evaluated = archive.evaluated();
        AuditRecord entry = new AuditRecord(evaluated.line(), ACTOR, AuditAction.ARCHIVE_REFUSED,
                evaluated.modelVersion(), Map.of("reason", archive.reason(), "found", archive.found()));
        database.inTransaction("account for the refused archive of " + evaluated.modelVersion(), connection -> {
            boolean isNew = !isKnown(connection, archive);
            if (isNew) {
                AuditStore.append(connection, entry);
            }
            return isNew;
        });
    }

    private static boolean isKnown(Connection connection, RefusedArchive archive) throws SQLException {
        return !Database.query(connection, """
                select 1 from audit_entry where action = ? and model_version = ? and details::jsonb ->> 'found' = ?
                limit 1""", row -> true, AuditAction.ARCHIVE_REFUSED.id(), archive.evaluated().modelVersion(),
                archive.found()).isEmpty();
    }
}
