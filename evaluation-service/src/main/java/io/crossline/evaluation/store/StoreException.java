package io.crossline.evaluation.store;

import java.sql.SQLException;
import java.util.Set;

/** The database refused or did not answer. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** SQLSTATE classes that blame the values: data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> OF_VALUES = Set.of("22", "23", "54");

    private final boolean isTransient;

    StoreException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
        String state = cause.getSQLState();
        this.isTransient = state == null || state.length() < 2 || !OF_VALUES.contains(state.substring(0, 2));
    }

    /** Whether the same statement may succeed later: the database is away, starts, is full, is read-only, or is not as it should be. */
    public boolean isTransient() {
        return isTransient;
    }
}
