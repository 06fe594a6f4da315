/**
 * The account of what served each line and why: entries that hash each other, written by the evaluation service in the transaction of what
 * they tell of; heads of the chain, signed, on a topic; and what compares entries, promotions and heads.
 */
package io.crossline.audit;
