package io.crossline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;

import io.crossline.audit.AuditKeys;

/**
 * The keys of the audit's heads.
 *
 * @param privateKey read by the evaluation service; only its owner may
 * @param publicKey read by {@code audit verify}, and by whoever verifies the heads elsewhere
 */
record AuditKeyFiles(Path privateKey, Path publicKey) {

    static AuditKeyFiles in(Path directory) {
        return new AuditKeyFiles(directory.resolve("audit-signing.key"), directory.resolve("audit-signing.pub"));
    }

    /** Makes the keys at the first start. */
    static synchronized AuditKeyFiles ensure(Path directory) {
        AuditKeyFiles files = in(directory);
        if (Files.exists(files.privateKey)) {
            return files;
        }
        try {
            Files.createDirectories(directory);
            KeyPair keys = AuditKeys.generate();
            // the public one first: a private one that exists has its public one beside it
            Files.write(files.publicKey, AuditKeys.encode(keys.getPublic()));
            Path unfinished = Files.createTempFile(directory, "audit", ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(unfinished, AuditKeys.encode(keys.getPrivate()));
            Files.move(unfinished, files.privateKey);
            return files;
        } catch (IOException e) {
            throw new UserError("The keys of the audit cannot be written to %s: %s".formatted(directory, e), e);
        }
    }
}
