package io.crossline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.contracts.InvalidFieldException;

class UserFileTest {

    @TempDir
    Path folder;

    /** Given a user in the file, when he signs in, then only his own password is right. */
    @Test
    void passwords() {
        UserFile users = users();
        users.put(user("ada", Role.OPERATOR, "correct horse"));

        assertThat(users.verify("ada", "correct horse".toCharArray())).hasValueSatisfying(
                user -> assertThat(user.role()).isEqualTo(Role.OPERATOR));
        assertThat(users.verify("ada", "Correct horse".toCharArray())).isEmpty();
        assertThat(users.verify("ada", new char[0])).isEmpty();
        assertThat(users.verify("bob", "nobody's password".toCharArray())).isEmpty();
    }

    /** Given a user, when he is put again and removed, then the file says so at once and tells nobody else. */
    @Test
    void changesCountAtOnce() throws Exception {
        UserFile users = users();
        users.put(user("bob", Role.VIEWER, "12345678"));
        users.put(user("ada", Role.VIEWER, "12345678"));
        users.put(user("ada", Role.ADMIN, "87654321"));

        assertThat(users().users()).extracting(User::name).containsExactly("ada", "bob");
        assertThat(users().find("ada")).hasValueSatisfying(user -> assertThat(user.role()).isEqualTo(Role.ADMIN));
        users.remove("ada");
        assertThat(users().find("ada")).isEmpty();
        assertThatThrownBy(() -> users.remove("ada")).isInstanceOf(InvalidFieldException.class)
                .hasMessage("name is 'ada', expected one of [bob]");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("users.json"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("users.json"))).doesNotContain("12345678");
    }

    /** Given names that nobody may have, when a user is made, then the message says what was expected. */
    @ParameterizedTest
    @ValueSource(strings = {"", "loop", "LOOP", "a b", "a/b", "<b>"})
    void names(String name) {
        assertThatThrownBy(() -> user(name, Role.VIEWER, "12345678")).isInstanceOf(InvalidFieldException.class)
                .hasMessageStartingWith("name ");
    }

    /** Given a password that is too short, when it is hashed, then it is rejected. */
    @Test
    void shortPasswords() {
        assertThatThrownBy(() -> PasswordHash.of("1234567".toCharArray()))
                .hasMessage("password has 7 characters, expected 8 to 200");
    }

    /** Given texts that are not hashes, when a password is compared, then it does not match. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "pbkdf2-sha256$0$AA==$AA==", "pbkdf2-sha256$2000000000$AA==$AA==",
            "pbkdf2-sha256$1$?$?", "md5$1$AA==$AA=="})
    void noHashes(String hash) {
        assertThat(PasswordHash.matches("12345678".toCharArray(), hash)).isFalse();
    }

    private UserFile users() {
        return new UserFile(folder.resolve("users.json"));
    }

    private static User user(String name, Role role, String password) {
        return new User(name, role, PasswordHash.of(password.toCharArray()), Instant.EPOCH);
    }
}
