package io.crossline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private final List<AuditEntry> entries = chain(5);

    @Test
    void anUntouchedChainIsIntact() {
        AuditVerification verification = verify(entries, entries.get(4));

        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(5);
        assertThat(verification.firstBroken()).isNull();
    }

    @Test
    void anEmptyChainIsIntact() {
        assertThat(new AuditChain().verify(0, AuditEntry.FIRST_PREVIOUS_HASH).intact()).isTrue();
    }

    @Test
    void aChangedEntryIsFound() {
        AuditEntry third = entries.get(2);
        AuditEntry changed = new AuditEntry(third.sequence(), third.at(), third.line(), "Mallory", third.action(),
                third.modelVersion(), third.details(), third.previousHash(), third.hash());
        AuditEntry head = entries.get(4);
        entries.set(2, changed);

        AuditVerification verification = verify(entries, head);

        assertThat(verification.intact()).isFalse();
        assertThat(verification.firstBroken()).isEqualTo(3);
        assertThat(verification.reason()).isEqualTo("Entry 3 was changed after it was written.");
    }

    /** Given an entry that was changed and hashed anew, then the next one gives it away. */
    @Test
    void anEntryHashedAnewIsFound() {
        AuditEntry head = entries.get(4);
        entries.set(2, AuditEntry.after(2, entries.get(1).hash(), record("Mallory"), AT));

        AuditVerification verification = verify(entries, head);

        assertThat(verification.firstBroken()).isEqualTo(4);
        assertThat(verification.reason()).contains("does not follow");
    }

    @Test
    void aMissingEntryIsFoundInTheMiddleAndAtTheEnd() {
        AuditEntry head = entries.get(4);
        List<AuditEntry> withoutSecond = new ArrayList<>(entries);
        withoutSecond.remove(1);

        assertThat(verify(withoutSecond, head).firstBroken()).isEqualTo(3);
        assertThat(verify(withoutSecond, head).reason()).contains("Entry 2 is missing");
        assertThat(verify(entries.subList(0, 4), head).intact()).isFalse();
        assertThat(verify(entries.subList(0, 4), head).firstBroken()).isEqualTo(5);
    }

    private static AuditVerification verify(List<AuditEntry> entries, AuditEntry head) {
        AuditChain chain = new AuditChain();
        entries.forEach(chain::add);
        return chain.verify(head.sequence(), head.hash());
    }

    private static List<AuditEntry> chain(int length) {
        List<AuditEntry> entries = new ArrayList<>();
        String hash = AuditEntry.FIRST_PREVIOUS_HASH;
        for (int i = 0; i < length; i++) {
            AuditEntry entry = AuditEntry.after(i, hash, record("Ada"), AT.plusSeconds(i));
            entries.add(entry);
            hash = entry.hash();
        }
        return entries;
    }

    private static AuditRecord record(String actor) {
        return new AuditRecord("line-b", actor, AuditAction.PROMOTED, "dann-1", Map.of("reason", "better"));
    }
}
