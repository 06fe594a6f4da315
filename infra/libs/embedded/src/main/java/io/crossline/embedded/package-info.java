/**
 * A real Kafka broker and a real PostgreSQL on this machine, without Docker and without installed software.
 * <p>
 * Used by the launcher ({@code infra/tools/local}), which keeps the data, and by the tests ({@code infra/tests/testing}), which throw
 * them away. Topics come from {@code io.crossline.contracts}.
 */
package io.crossline.embedded;
