package io.crossline.audit;

/**
 * What looking at the whole chain showed, and at the promotions that it tells of.
 *
 * @param entries looked at
 * @param firstBroken sequence of the first entry that is not as it was written, or that a promotion contradicts; null where there is none
 * @param reason one sentence for people
 */
public record AuditVerification(long entries, boolean intact, Long firstBroken, String reason) {}
