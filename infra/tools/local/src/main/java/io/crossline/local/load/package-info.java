/**
 * Loads a Crossline that runs as a large plant would, and measures what it answers. Writes to Kafka as an outside producer
 * does, and asks the services over REST.
 */
package io.crossline.local.load;
