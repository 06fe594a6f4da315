/**
 * What the page fetches: one document for the start, one for an adaptation, and single documents of the other services
 * from this origin. Asks {@code io.crossline.dashboard.upstream}.
 */
package io.crossline.dashboard.rest;
