package io.crossline.service.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.identity.User;
import io.crossline.service.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;

/** In whose name a request acts, for the audit and the labels. */
@ApplicationScoped
public class Caller {

    private static final int LONGEST_NAME = 200;

    private final SecurityIdentity identity;
    private final boolean enabled;

    Caller(SecurityIdentity identity, SecurityConfig config) {
        this.identity = identity;
        this.enabled = config.enabled();
    }

    /**
     * @param given the request's {@code by}: counts only where security is off
     * @return the name of who signed in; where security is off, the given one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if no name is known, or it is the closed loop's
     */
    public String by(String given) {
        String name = enabled ? identity.getPrincipal().getName() : given;
        if (name == null || name.isBlank()) {
            throw Problems.invalid("by", "must not be blank");
        }
        if (name.length() > LONGEST_NAME) {
            throw Problems.invalid("by", "has " + name.length() + " characters, expected at most " + LONGEST_NAME);
        }
        if (name.strip().equalsIgnoreCase(User.LOOP)) {
            throw Problems.invalid("by", "is '" + name.strip() + "', which is the name of the closed loop");
        }
        return name;
    }

    /** @return the reason, with the request's {@code by} as a note where somebody else signed in */
    public String reason(String reason, String given) {
        boolean isNote = enabled && reason != null && given != null && !given.isBlank()
                && !given.equals(identity.getPrincipal().getName());
        return isNote ? reason + " (noted: " + given.strip() + ")" : reason;
    }
}
