/**
 * The main job, driven over the services' REST interfaces as any client would: ingest two lines, adapt, wait for the
 * evaluation, print the summary and write the report. Started by {@code io.crossline.local.DemoCommand}.
 */
package io.crossline.local.demo;
