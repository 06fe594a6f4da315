package io.crossline.audit;

/** Looks at the entries of a chain one after the other, in bounded memory. For one thread. */
public final class AuditChain {

    private long entries;
    private String hash = AuditEntry.FIRST_PREVIOUS_HASH;
    private Long firstBroken;
    private String fault;

    /** @param entry the next one by sequence */
    public void add(AuditEntry entry) {
        if (firstBroken == null) {
            fault = faultOf(entry);
            firstBroken = fault == null ? null : entry.sequence();
        }
        entries++;
        hash = entry.hash();
    }

    private String faultOf(AuditEntry entry) {
        if (entry.sequence() != entries + 1) {
            return "Entry " + (entries + 1) + " is missing: " + entry.sequence() + " comes in its place";
        }
        if (!entry.previousHash().equals(hash)) {
            return "Entry " + entry.sequence() + " does not follow the entry before it";
        }
        if (!entry.computedHash().equals(entry.hash())) {
            return "Entry " + entry.sequence() + " was changed after it was written";
        }
        return null;
    }

    /**
     * @param headSequence sequence of the last entry that was written
     * @param headHash its hash
     */
    public AuditVerification verify(long headSequence, String headHash) {
        if (firstBroken != null) {
            return new AuditVerification(entries, false, firstBroken, fault + ".");
        }
        if (entries != headSequence || !hash.equals(headHash)) {
            long missing = Math.min(entries, headSequence) + 1;
            return new AuditVerification(entries, false, missing, "The chain ends with entry " + entries
                    + ", but the last one written was " + headSequence + ".");
        }
        return new AuditVerification(entries, true, null,
                entries == 0 ? "Nothing happened yet." : "All " + entries + " entries are as they were written.");
    }

    /** What is known where the row is gone that tells which entry is the last. */
    AuditVerification withoutHead() {
        return new AuditVerification(entries, false, firstBroken, "The row that tells where the chain ends is gone.");
    }
}
