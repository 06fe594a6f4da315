/**
 * What the tests of all modules share: a real broker and a real database as Quarkus test resources, a probe that writes
 * and reads topics, and small seeded images of two lines. Built on {@code io.crossline.embedded}; never on a service.
 */
package io.crossline.testing;
