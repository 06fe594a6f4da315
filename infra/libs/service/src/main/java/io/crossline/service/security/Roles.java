package io.crossline.service.security;

/** The ids of {@link io.crossline.identity.Role} as annotations need them. */
public final class Roles {

    public static final String VIEWER = "viewer";
    public static final String LABELLER = "labeller";
    public static final String OPERATOR = "operator";
    public static final String ADMIN = "admin";
    public static final String PRODUCER = "producer";

    private Roles() {}
}
