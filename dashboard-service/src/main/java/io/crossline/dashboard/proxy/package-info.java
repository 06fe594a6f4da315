/**
 * Passes requests of the page on to the services, as a table allows, and their answers back. Answers that join several services are
 * in {@code io.crossline.dashboard.rest}.
 */
package io.crossline.dashboard.proxy;
