/**
 * The closed loop, shown: a simulated line ages while the loop watches it, adapts its model and promotes what passes the
 * gate; afterwards the loop's accuracy stands beside those of two models that never change.
 * <p>
 * {@link io.crossline.local.demo.drift.AgeingScript} is what happens to the line, {@code LoopLine} the line as the
 * evaluation service's REST interface shows it, {@code LoopEvents} what is told of it, {@code Figures} and {@code Verdicts}
 * what came out. Uses {@code io.crossline.local.demo} to ingest and to adapt before; started by
 * {@code io.crossline.local.DemoCommand}.
 */
package io.crossline.local.demo.drift;
