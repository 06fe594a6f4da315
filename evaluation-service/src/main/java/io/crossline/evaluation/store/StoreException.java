package io.crossline.evaluation.store;

import java.sql.SQLException;
import java.util.Set;

/** The database refused or did not answer. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** SQLSTATE classes: connection, transaction rollback, insufficient resources, operator intervention, system error. */
    private static final Set<String> TRANSIENT = Set.of("08", "40", "53", "57", "58");

    private final boolean isTransient;

    StoreException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
        String state = cause.getSQLState();
        this.isTransient = state == null || state.length() < 2 || TRANSIENT.contains(state.substring(0, 2));
    }

    /** Whether the same statement may succeed later. */
    public boolean isTransient() {
        return isTransient;
    }
}
