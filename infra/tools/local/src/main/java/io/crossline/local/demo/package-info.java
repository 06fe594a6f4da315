/**
 * The main job, driven over the services' REST interfaces as any client would: ingest two lines, adapt, wait for the
 * evaluation, print the summary and write the report. Started by {@code io.crossline.local.DemoCommand}; the drift demo in
 * {@code io.crossline.local.demo.drift} prepares its lines with it. Talks to the services by
 * {@code io.crossline.local.rest}.
 */
package io.crossline.local.demo;
