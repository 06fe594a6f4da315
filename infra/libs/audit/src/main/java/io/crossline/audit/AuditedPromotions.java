package io.crossline.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether the promotions, by which questions are answered, are those that the audit tells of: of each line as many, in the same order, each
 * with the same values.
 */
final class AuditedPromotions {

    /** Entries from before have no {@code promotedAt}: their promotions were recorded at most some minutes earlier. */
    private static final String FIRST_FAULT = """
            with told as (
                select sequence, line, model_version, actor, at, details::jsonb as details,
                       row_number() over (partition by line order by sequence) as nth
                from audit_entry where action in ('promoted', 'rolled-back')),
            kept as (
                select *, row_number() over (partition by line order by promotion_id) as nth from promotion),
            compared as (
                select line, sequence, promotion_id, told.model_version as told_model, kept.model_version as kept_model,
                       actor as told_by, promoted_by as kept_by, details ->> 'reason' as told_reason, reason as kept_reason,
                       details ->> 'previousModel' as told_previous, previous_model as kept_previous,
                       case when jsonb_exists(details, 'promotedAt') then (details ->> 'promotedAt')::timestamptz
                            when promoted_at between at - interval '10 minutes' and at then promoted_at
                            else at end as told_at, promoted_at as kept_at
                from told full join kept using (line, nth))
            select * from compared
            where sequence is null or promotion_id is null
               or (told_model, told_by, told_reason, told_previous, told_at)
                  is distinct from (kept_model, kept_by, kept_reason, kept_previous, kept_at)
            order by sequence nulls last, promotion_id limit 1""";

    private AuditedPromotions() {}

    /** @param entries what the chain of entries showed: that it is whole */
    static AuditVerification verify(Connection connection, AuditVerification entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_FAULT);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new AuditVerification(entries.entries(), false, row.getObject("sequence", Long.class), fault(row))
                    : entries;
        }
    }

    private static String fault(ResultSet row) throws SQLException {
        String line = row.getString("line");
        if (row.getObject("promotion_id") == null) {
            return "Entry %d tells that %s made %s champion of line %s at %s, but there is no such promotion."
                    .formatted(
                            row.getLong("sequence"), row.getString("told_by"), row.getString("told_model"), line,
                            row.getString("told_at"));
        }
        if (row.getObject("sequence") == null) {
            return "No entry tells of promotion %d, by which %s made %s champion of line %s at %s.".formatted(
                    row.getLong("promotion_id"), row.getString("kept_by"), row.getString("kept_model"), line,
                    row.getString("kept_at"));
        }
        List<String> differences = new ArrayList<>();
        for (String[] value : new String[][]{{"model", "model_version"}, {"by", "promoted_by"}, {"reason", "reason"},
                {"previous", "previous_model"}, {"at", "promoted_at"}}) {
            String told = row.getString("told_" + value[0]);
            String kept = row.getString("kept_" + value[0]);
            if (!Objects.equals(told, kept)) {
                differences.add("%s is '%s', was '%s'".formatted(value[1], kept, told));
            }
        }
        return "Promotion %d of line %s is not as entry %d tells: %s.".formatted(row.getLong("promotion_id"), line,
                row.getLong("sequence"), String.join("; ", differences));
    }
}
