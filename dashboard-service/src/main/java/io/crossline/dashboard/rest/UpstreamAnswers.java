package io.crossline.dashboard.rest;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers of the services as the page gets them: the same status, the same document or picture. */
final class UpstreamAnswers {

    private UpstreamAnswers() {}

    static Response json(Response answer) {
        JsonNode document = answer.hasEntity() ? answer.readEntity(JsonNode.class) : null;
        return Response.status(answer.getStatus()).entity(document).build();
    }

    /** Never kept by a browser: the same address shows other pictures later. */
    static Response picture(Response answer) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(answer.readEntity(byte[].class), answer.getMediaType()).cacheControl(never).build();
    }
}
