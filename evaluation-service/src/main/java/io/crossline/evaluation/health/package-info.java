/** What this service says of its own state. */
package io.crossline.evaluation.health;
