package io.crossline.evaluation.store;

import java.time.ZoneOffset;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.audit.AuditAction;
import io.crossline.audit.AuditRecord;
import io.crossline.contracts.LineRegistered;

/** Accounts for what lines are registered with. */
@ApplicationScoped
public class RegistrationStore {

    private final Database database;

    RegistrationStore(Database database) {
        this.database = database;
    }

    /** @return whether it was new */
    public boolean record(LineRegistered registered) {
        return database.inTransaction("record the registration of line " + registered.line(), connection -> {
            int added = Database.update(connection, """
                    insert into line_registration (line, version, registered_by, at) values (?, ?, ?, ?)
                    on conflict do nothing""", registered.line(), registered.version(), registered.by(),
                    registered.at().atOffset(ZoneOffset.UTC));
            if (added == 0) {
                return false;
            }
            AuditStore.append(connection, new AuditRecord(registered.line(), registered.by(),
                    AuditAction.LINE_REGISTERED, null, Map.of("shape", registered.shape().toString(), "classNames",
                            registered.classNames(), "version", registered.version(), "pictures",
                            registered.pictureSettings().toString(),
                            "reason", registered.reason())));
            return true;
        });
    }
}
