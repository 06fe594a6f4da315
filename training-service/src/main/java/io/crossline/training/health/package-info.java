/** What a deployment asks: whether this replica can take jobs, and whether it should be started again. */
package io.crossline.training.health;
