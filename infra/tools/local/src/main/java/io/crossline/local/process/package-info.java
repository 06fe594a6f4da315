/**
 * Child processes: how a service is started, when it is ready, whose a pid is, what its log says, how it is stopped.
 * Knows nothing of the order in which parts start; {@code io.crossline.local.Stack} does.
 */
package io.crossline.local.process;
