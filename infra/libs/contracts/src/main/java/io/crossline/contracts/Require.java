package io.crossline.contracts;

/** Checks of the record constructors: each failure names the field, what it was, and what was expected. */
public final class Require {

    private Require() {}

    public static String text(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidFieldException(field, "must not be empty");
        }
        return value;
    }

    public static <T> T present(String field, T value) {
        if (value == null) {
            throw new InvalidFieldException(field, "must not be missing");
        }
        return value;
    }

    public static void that(boolean holds, String field, String expected) {
        if (!holds) {
            throw new InvalidFieldException(field, expected);
        }
    }
}
