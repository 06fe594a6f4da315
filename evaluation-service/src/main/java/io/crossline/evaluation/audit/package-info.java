/**
 * The account of what served each line and why: entries that hash each other, written by {@code store} in the transaction of what
 * they tell of.
 */
package io.crossline.evaluation.audit;
