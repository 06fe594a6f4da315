package io.crossline.dashboard.rest;

import java.time.Instant;
import java.util.List;

import io.crossline.dashboard.live.LineThroughput;
import io.crossline.dashboard.upstream.ServiceHealth;

/** What the page shows before an adaptation is chosen. */
public record Overview(List<ServiceHealth> services, Panel lines, List<LineThroughput> throughput, Panel adaptations,
        Instant at) {}
