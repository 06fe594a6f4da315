/**
 * The other services as the dashboard sees them: REST clients, what to say when one does not answer, and their health.
 * Documents pass through as they are, so that a new field reaches the page without a change here.
 */
package io.crossline.dashboard.upstream;
