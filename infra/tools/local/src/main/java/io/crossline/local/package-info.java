/**
 * The launcher behind {@code infra/crossline}: broker, database and the five services as child
 * processes, the services from their normal build; started, started again when they end, and stopped in order.
 * <p>
 * Neighbours: {@code io.crossline.local.process} (child processes), {@code io.crossline.local.supervise} (when a part is
 * started again), {@code io.crossline.local.console} (what the user
 * sees), {@code io.crossline.local.demo} (the main job over REST) with {@code demo.drift} (the closed loop),
 * {@code io.crossline.local.audit} and {@code io.crossline.local.replay} (accounts), {@code io.crossline.local.rest} (the
 * services' REST interfaces), {@code io.crossline.embedded} (broker, database).
 */
package io.crossline.local;
