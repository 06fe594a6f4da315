package io.crossline.local.chaos;

import java.util.Set;

/**
 * What is said of a line at the end.
 *
 * @param champions models that the table, the topic or the service names as its champion
 * @param promotionsEqual whether table and topic have the same promotions
 * @param difference in words; empty where there is none
 */
record LineFindings(Set<String> champions, boolean promotionsEqual, String difference) {}
