package io.crossline.identity;

import java.time.Instant;

import io.crossline.contracts.Require;

/**
 * A person of a site without an identity provider.
 *
 * @param name         1 to 80 letters, digits, '.', '_', '@' or '-'; not {@code loop}, which is the closed loop's own name
 * @param passwordHash see {@link PasswordHash}
 */
public record User(String name, Role role, String passwordHash, Instant createdAt) {

    /** The name under which the closed loop acts. */
    public static final String LOOP = "loop";

    private static final String FORM = "[\\p{L}\\p{N}._@-]{1,80}";

    public User {
        Require.that(name != null && name.matches(FORM), "name",
                "is '" + name + "', expected 1 to 80 letters, digits, '.', '_', '@' or '-'");
        Require.that(!LOOP.equalsIgnoreCase(name), "name", "is 'loop', which is the name of the closed loop");
        Require.that(role != null && role != Role.PRODUCER, "role",
                "is " + role + ", expected one of " + Role.ofPeople() + ": a program gets a token of its line");
        Require.present("passwordHash", passwordHash);
        Require.present("createdAt", createdAt);
    }
}
