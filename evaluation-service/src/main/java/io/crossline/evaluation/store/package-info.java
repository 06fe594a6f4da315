/**
 * PostgreSQL: what was found out about the models, which adaptations they belong to, and what serves each line. Plain SQL; the schema is
 * in {@code db/migration}. This service alone writes the database.
 *
 * <p>
 * Locks are taken in one order, so that no two transactions wait for each other: first the lock of the line ({@code LineLock}), by every
 * transaction that changes the line's champion, cycle or settings; then rows, such as a cycle or a label; last the head of the audit
 * ({@code AuditStore.append}), which all lines share. Events go to the outbox ({@code OutboxStore.add}) in the transaction of what they
 * tell of.
 */
package io.crossline.evaluation.store;
