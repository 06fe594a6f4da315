/**
 * What travels between the services: topic names, events, image batches and their codecs.
 *
 * <p>
 * Every service and the launcher depend on this package, and it depends on none of them. It knows Kafka's headers and
 * admin client, Avro and Jackson, but neither Quarkus nor ND4J.
 */
package io.crossline.contracts;
