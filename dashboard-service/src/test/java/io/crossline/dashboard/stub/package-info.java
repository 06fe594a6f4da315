/**
 * Stand-ins for the four services, with documents as in their REST contracts, for tests and for work on the page:
 * {@link io.crossline.dashboard.stub.DashboardStub} runs them with a broker.
 */
package io.crossline.dashboard.stub;
