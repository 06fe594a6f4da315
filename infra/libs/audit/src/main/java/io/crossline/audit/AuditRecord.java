package io.crossline.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something to be accounted for.
 *
 * @param actor who or what did it: a person's name, or {@code loop}
 * @param modelVersion the model that it concerns, or null
 * @param details what else is known, by name
 */
public record AuditRecord(String line, String actor, AuditAction action, String modelVersion,
        Map<String, Object> details) {

    public AuditRecord {
        details = new TreeMap<>(details);
    }
}
