package io.crossline.dashboard.rest;

/** What a line, a model or a generator may be called in a path. */
final class LineNames {

    static final String PATTERN = "[A-Za-z0-9._-]{1,80}";

    private LineNames() {}
}
