/**
 * What goes to the open pages over the websocket {@code /live}: progress, models, drift, throughput, health. Fed by
 * {@code io.crossline.dashboard.messaging}.
 */
package io.crossline.dashboard.live;
