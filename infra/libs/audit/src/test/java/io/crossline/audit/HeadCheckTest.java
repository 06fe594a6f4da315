package io.crossline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.AuditHead;

class HeadCheckTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final KeyPair KEYS = AuditKeys.generate();

    private final AuditEntry first = AuditEntry.after(0, AuditEntry.FIRST_PREVIOUS_HASH,
            new AuditRecord("b", "Ada", AuditAction.COMPARED, null, Map.of()), AT);
    private final AuditEntry second = AuditEntry.after(1, first.hash(),
            new AuditRecord("b", "Ada", AuditAction.COMPARED, null, Map.of()), AT);
    private final HeadSigner signer = new HeadSigner(Optional.of(KEYS.getPrivate()));

    @Test
    void aChainWithItsHeadsHasNoFault() {
        assertThat(faults(AT, head(first), head(second))).isEmpty();
    }

    /** An entry is told within seconds; one of which nothing is told for long was kept from the topic. */
    @Test
    void anEntryThatIsNotToldIsAFaultAfterAWhile() {
        assertThat(faults(AT.plusSeconds(10), head(first))).isEmpty();
        assertThat(faults(AT.plus(Duration.ofMinutes(6)), head(first)))
                .containsExactly("The topic has no head of entry 2 of 2026-01-02T03:04:05.678Z or of a later one.");
    }

    @Test
    void aHeadWhoseTimeOrHashWasChangedIsNotSigned() {
        AuditHead head = head(second);

        assertThat(faults(AT, new AuditHead(2, head.hash(), AT.plusSeconds(1), head.signature()), head(second)))
                .containsExactly("The head of entry 2 on the topic is not signed with the key of this Crossline.");
        assertThat(faults(AT, new AuditHead(2, "0".repeat(64), AT, head.signature()), head(second))).hasSize(1);
    }

    @Test
    void twoHeadsOfOneEntryThatDifferAreAFault() {
        AuditHead other = signer.head(2, "0".repeat(64), AT);

        assertThat(faults(AT, head(second), other))
                .containsExactly("The topic has two heads of entry 2 that differ: the chain was written anew.");
    }

    private AuditHead head(AuditEntry entry) {
        return signer.head(entry.sequence(), entry.hash(), AT);
    }

    private List<String> faults(Instant now, AuditHead... heads) {
        HeadCheck check = new HeadCheck(List.of(heads), Optional.of(KEYS.getPublic()));
        check.see(first);
        check.see(second);
        return check.faults(now);
    }
}
