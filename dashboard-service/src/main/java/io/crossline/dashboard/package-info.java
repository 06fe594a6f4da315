/**
 * The dashboard: a page that shows lines, jobs and results live. {@code messaging} listens to Kafka, {@code live} feeds
 * the open pages, {@code upstream} asks the other services, {@code rest} serves the page's data. The page itself is in
 * {@code src/main/resources/web}.
 */
package io.crossline.dashboard;
