/**
 * All of Crossline as a user starts it, once for all tests: {@link io.crossline.endtoend.RunningCrossline} runs the demo on
 * two small simulated lines with all methods, the tests look at its report and, in a real browser, at its page.
 */
package io.crossline.endtoend;
