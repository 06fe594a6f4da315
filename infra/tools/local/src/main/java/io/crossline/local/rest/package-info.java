/**
 * The services' REST interfaces as the launcher's commands use them: like any other client. Used by
 * {@code io.crossline.local.demo} and by the commands about the audit and replays.
 */
package io.crossline.local.rest;
