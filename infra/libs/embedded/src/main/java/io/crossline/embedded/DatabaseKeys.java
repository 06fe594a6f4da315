package io.crossline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Random passwords of a database, in files that only their owner reads. Whoever deletes the files gets new ones at the next start.
 *
 * @param user the file with the password of the user {@link EmbeddedPostgres#DATABASE}
 * @param superuser the file with the password of the server's superuser, with which nobody but {@link EmbeddedPostgres} comes in
 */
public record DatabaseKeys(Path user, Path superuser) {

    private static final int BYTES = 32;

    /** Where the passwords of a folder are, or will be. */
    public static DatabaseKeys in(Path folder) {
        return new DatabaseKeys(folder.resolve("postgresql.password"),
                folder.resolve("postgresql-superuser.password"));
    }

    /** The user's password, made where there is none. */
    public String password() {
        return ensure(user);
    }

    /** The superuser's password, made where there is none. */
    String superuserPassword() {
        return ensure(superuser);
    }

    private static synchronized String ensure(Path file) {
        try {
            if (Files.notExists(file)) {
                Path folder = file.toAbsolutePath().getParent();
                Files.createDirectories(folder);
                Path unfinished = Files.createTempFile(folder, "password", ".new", ownersAlone());
                Files.writeString(unfinished, random());
                Files.move(unfinished, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The database's password cannot be kept in " + file, e);
        }
    }

    /** Windows gives a new file the rights of its folder. */
    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /** Letters, digits, dash and underscore: nothing that SQL or a file of properties reads otherwise. */
    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
