/**
 * The rows of the first page: the state of every line, from what the services answer for all lines at once. Pure functions.
 */
package io.crossline.dashboard.lines;
