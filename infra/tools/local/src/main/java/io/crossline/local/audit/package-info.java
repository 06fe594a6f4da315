/**
 * The audit as people read it on the command line: what happened to which line, and what served it when. Used by
 * {@code io.crossline.local.AuditShowCommand}.
 */
package io.crossline.local.audit;
