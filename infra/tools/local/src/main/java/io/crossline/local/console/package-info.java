/**
 * What the user sees: colours and progress bars on a terminal, plain lines in a pipe. Used by the commands in
 * {@code io.crossline.local} and by the demo.
 */
package io.crossline.local.console;
