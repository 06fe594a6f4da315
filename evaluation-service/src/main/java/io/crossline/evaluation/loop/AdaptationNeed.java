package io.crossline.evaluation.loop;

/**
 * Why a line needs another model.
 *
 * @param trigger {@link Cycle#DRIFT} or {@link Cycle#ESTIMATE}
 * @param reason in words
 * @param images how many of the newest a job is to learn from, where there are so many
 * @param known how many there are at least
 */
record AdaptationNeed(String trigger, String reason, int images, int known) {}
