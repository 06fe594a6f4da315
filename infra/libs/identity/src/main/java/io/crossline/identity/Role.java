package io.crossline.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a person or a program may do. The roles of people include each other, in this order. */
public enum Role {

    /** Reads everything. */
    VIEWER,
    /** Gives labels and names unknown kinds, too. */
    LABELLER,
    /** Sends images, adapts, promotes, rolls back and changes settings, too. */
    OPERATOR,
    /** Manages users, too. */
    ADMIN,
    /** A camera or program of one line: it sends the line's images and asks for their predictions, and nothing else. */
    PRODUCER;

    /** As it stands in tokens, in files and on the command line. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /** This role and those that it includes. */
    public List<Role> included() {
        return this == PRODUCER
                ? List.of(this)
                : Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).toList();
    }

    /** The roles that a person may have, for messages. */
    public static List<String> ofPeople() {
        return ADMIN.included().stream().map(Role::id).toList();
    }
}
