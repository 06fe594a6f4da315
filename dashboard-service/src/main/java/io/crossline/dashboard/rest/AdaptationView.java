package io.crossline.dashboard.rest;

import java.util.UUID;

/** All about one adaptation: the request, its jobs with their curves, the summary, its evaluations, the generators. */
public record AdaptationView(UUID adaptationId, Panel adaptation, Panel jobs, Panel summary, Panel evaluations,
        Panel generators) {}
