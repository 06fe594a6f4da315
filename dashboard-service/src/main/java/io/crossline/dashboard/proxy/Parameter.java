package io.crossline.dashboard.proxy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value in a path or a query may be.
 *
 * @param otherwise the value where the request has none; null where nothing is passed on then
 * @param required a query has to name it
 */
record Parameter(String name, Pattern pattern, long least, long most, String otherwise, boolean required,
        String expected) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    // a name of dots alone would be another path
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,80}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** A line, a model or a generator. */
    static Parameter name(String name) {
        return new Parameter(name, NAME, 0, Long.MAX_VALUE, null, false,
                "1 to 80 letters, digits, dots, dashes and underscores");
    }

    static Parameter id(String name) {
        return new Parameter(name, ID, 0, Long.MAX_VALUE, null, false, "a UUID");
    }

    static Parameter number(String name) {
        return new Parameter(name, NUMBER, 0, Long.MAX_VALUE, null, false, "a number of 0 or more");
    }

    static Parameter count(String name, int otherwise, int least, int most) {
        return new Parameter(name, NUMBER, least, most, Integer.toString(otherwise), false,
                "a number from %d to %d".formatted(least, most));
    }

    static Parameter always(String name, int value) {
        return count(name, value, value, value);
    }

    static Parameter instant(String name) {
        return new Parameter(name, Pattern.compile("[0-9TZ:.+-]{1,40}"), 0, Long.MAX_VALUE, null, false,
                "a time in UTC such as 2026-11-24T14:00:00Z");
    }

    static Parameter text(String name, int longest) {
        return new Parameter(name, Pattern.compile("(?=.*\\S)(?s:.){1," + longest + "}"), 0, Long.MAX_VALUE, null, true,
                "1 to " + longest + " characters, not only blanks");
    }

    /** What is wrong with a value, as the end of a sentence that begins with the name; empty where nothing is. */
    Optional<String> fault(String value) {
        boolean fits = pattern.matcher(value).matches()
                && (pattern != NUMBER || Long.parseLong(value) >= least && Long.parseLong(value) <= most);
        return fits ? Optional.empty() : Optional.of("is '%s', expected %s".formatted(value, expected));
    }
}
