package io.crossline.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;

/**
 * The users of a site, in a JSON file that only its owner may read. It is read anew at each question: a small site has few users,
 * and a removed user is out at once.
 */
public final class UserFile {

    /** Of a password that nobody has: a wrong name takes as long as a wrong password. */
    private static final String NOBODYS = PasswordHash.of("nobody's password".toCharArray());

    private final Path file;

    /** @param file may be missing: then there are no users */
    public UserFile(Path file) {
        this.file = file;
    }

    private record Content(List<User> users) {}

    /** In the order of their names. */
    public List<User> users() {
        try {
            return Json.decode(Files.readAllBytes(file), Content.class).users();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The users cannot be read from " + file, e);
        }
    }

    public Optional<User> find(String name) {
        return users().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    /** @return the user, if the name and the password are right */
    public Optional<User> verify(String name, char[] password) {
        Optional<User> user = find(name);
        boolean matches = PasswordHash.matches(password, user.map(User::passwordHash).orElse(NOBODYS));
        return user.filter(found -> matches);
    }

    /** Adds a user, or gives one of the same name another role and password. */
    public synchronized void put(User user) {
        write(Stream.concat(users().stream().filter(other -> !other.name().equals(user.name())), Stream.of(user))
                .sorted(Comparator.comparing(User::name)).toList());
    }

    /** @throws InvalidFieldException if there is no such user */
    public synchronized void remove(String name) {
        if (find(name).isEmpty()) {
            throw new InvalidFieldException("name", "is '" + name + "', expected one of "
                    + users().stream().map(User::name).toList());
        }
        write(users().stream().filter(user -> !user.name().equals(name)).toList());
    }

    private void write(List<User> users) {
        try {
            PrivateFile.write(file, Json.encode(new Content(users)));
        } catch (IOException e) {
            throw new UncheckedIOException("The users cannot be written to " + file, e);
        }
    }
}
