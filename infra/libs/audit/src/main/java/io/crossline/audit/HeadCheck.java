package io.crossline.audit;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import io.crossline.contracts.AuditHead;

/**
 * Compares the chain in the database with the heads on the topic. Cutting off the chain's end leaves heads without an entry; writing the chain
 * anew gives the entries other hashes. For one thread.
 */
public final class HeadCheck {

    /** A head is told within seconds; the broker may be away for a while. */
    private static final Duration UNTOLD = Duration.ofMinutes(5);

    private final List<String> faults = new ArrayList<>();
    private final TreeMap<Long, AuditHead> expected = new TreeMap<>();
    private final int unsigned;
    private long newest;
    private AuditEntry firstUntold;

    /**
     * @param heads all that the topic has, in its order
     * @param key that of the service; without it signatures are not looked at
     */
    public HeadCheck(List<AuditHead> heads, Optional<PublicKey> key) {
        for (AuditHead head : heads) {
            if (key.isPresent() && !isSigned(head, key.get())) {
                faults.add("The head of entry %d on the topic %s.".formatted(head.sequence(),
                        head.signature() == null ? "is not signed" : "is not signed with the key of this Crossline"));
                continue;
            }
            AuditHead other = expected.putIfAbsent(head.sequence(), head);
            if (other != null && !other.hash().equals(head.hash())) {
                faults.add("The topic has two heads of entry %d that differ: the chain was written anew."
                        .formatted(head.sequence()));
            }
            newest = Math.max(newest, head.sequence());
        }
        unsigned = (int) heads.stream().filter(head -> head.signature() == null).count();
    }

    /** @param entry the next one of the database by sequence */
    public void see(AuditEntry entry) {
        AuditHead head = expected.remove(entry.sequence());
        if (head != null && !head.hash().equals(entry.hash())) {
            faults.add("Entry %d is not the one that the topic tells of since %s: the chain was written anew."
                    .formatted(entry.sequence(), head.at()));
        }
        if (entry.sequence() > newest && firstUntold == null) {
            firstUntold = entry;
        }
    }

    /**
     * Asked once, after the last entry.
     *
     * @return one sentence a fault; empty where topic and database agree
     */
    public List<String> faults(Instant now) {
        List<String> all = new ArrayList<>(faults);
        if (!expected.isEmpty()) {
            AuditHead last = expected.lastEntry().getValue();
            all.add("Entry %d, of which the topic tells since %s, is not in the database: the chain's end was cut off."
                    .formatted(last.sequence(), last.at()));
        }
        if (firstUntold != null && Duration.between(firstUntold.at(), now).compareTo(UNTOLD) > 0) {
            all.add("The topic has no head of entry %d of %s or of a later one.".formatted(firstUntold.sequence(),
                    firstUntold.at()));
        }
        return all;
    }

    /** How many heads of the topic have no signature. */
    public int unsigned() {
        return unsigned;
    }

    private static boolean isSigned(AuditHead head, PublicKey key) {
        if (head.signature() == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(AuditKeys.ALGORITHM);
            signature.initVerify(key);
            signature.update(AuditHead.signed(head.sequence(), head.hash(), head.at()));
            return signature.verify(Base64.getDecoder().decode(head.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
