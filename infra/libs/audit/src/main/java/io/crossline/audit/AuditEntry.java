package io.crossline.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.crossline.contracts.Json;
import io.crossline.contracts.Sha256;

/**
 * An entry of the chain. {@code hash = SHA-256(JSON{sequence, at, line, actor, action, modelVersion, details, previousHash})},
 * keys in this order, UTF-8, so that no field of any entry can change without changing every hash after it (Haber and Stornetta
 * 1991).
 *
 * @param sequence 1 for the first entry, then without gaps
 * @param at to the millisecond
 * @param action an {@link AuditAction#id()}
 * @param details JSON as it was hashed
 * @param previousHash of the entry before; 64 zeros for the first
 */
public record AuditEntry(long sequence, Instant at, String line, String actor, String action,
        String modelVersion, @JsonRawValue String details, String previousHash, String hash) {

    public static final String FIRST_PREVIOUS_HASH = "0".repeat(64);

    /** The entry for {@code record} after the one with {@code sequence} and {@code hash}. */
    public static AuditEntry after(long sequence, String hash, AuditRecord record, Instant at) {
        AuditEntry unhashed = new AuditEntry(sequence + 1, at.truncatedTo(ChronoUnit.MILLIS), record.line(),
                record.actor(), record.action().id(), record.modelVersion(),
                new String(Json.encode(record.details()), StandardCharsets.UTF_8), hash, null);
        return new AuditEntry(unhashed.sequence, unhashed.at, unhashed.line, unhashed.actor, unhashed.action,
                unhashed.modelVersion, unhashed.details, hash, unhashed.computedHash());
    }

    /** What {@link #hash()} is unless something was changed. */
    public String computedHash() {
        Map<String, Object> hashed = new LinkedHashMap<>();
        hashed.put("sequence", sequence);
        hashed.put("at", at.toString());
        hashed.put("line", line);
        hashed.put("actor", actor);
        hashed.put("action", action);
        hashed.put("modelVersion", modelVersion);
        hashed.put("details", details);
        hashed.put("previousHash", previousHash);
        return Sha256.hex(Json.encode(hashed));
    }
}
