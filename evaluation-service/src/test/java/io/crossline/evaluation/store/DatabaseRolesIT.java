package io.crossline.evaluation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.embedded.DatabaseKeys;
import io.crossline.embedded.EmbeddedPostgres;

/** A database whose tables belong to the role that migrates, and on which two other roles work. */
class DatabaseRolesIT {

    private static final String WRITE = "crossline_write";
    private static final String READ = "crossline_read";
    private static final String PASSWORD = "of-a-test";

    @TempDir
    static Path directory;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws SQLException {
        DatabaseKeys keys = DatabaseKeys.in(directory.resolve("keys"));
        server = EmbeddedPostgres.start(directory.resolve("data"),
                Path.of(System.getProperty("java.io.tmpdir"),
                        "crossline-postgresql-" + System.getProperty("user.name")),
                0, keys);
        // Given the two roles, which a superuser makes
        try (Connection superuser = server.superuser(); Statement statement = superuser.createStatement()) {
            for (String role : new String[]{WRITE, READ}) {
                statement.execute("create role %s login password '%s'".formatted(role, PASSWORD));
            }
        }
        // When the owner migrates, twice as a service does that starts again
        for (int start = 0; start < 2; start++) {
            Flyway.configure().dataSource(server.jdbcUrl(), EmbeddedPostgres.DATABASE, server.password())
                    .locations("classpath:db/migration", "classpath:db/rights").load().migrate();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update audit_entry set actor = 'Mallory'", "delete from audit_entry", "truncate audit_entry",
            "drop trigger audit_entry_is_append_only on audit_entry", "alter table audit_entry disable trigger all",
            "drop table audit_entry", "insert into audit_head select * from audit_head", "delete from audit_head",
            "update audit_draw set line = 'b'", "delete from audit_draw", "update promotion set line = 'b'",
            "delete from promotion", "truncate promotion cascade", "delete from line_registration",
            "update line_registration set line = 'b'", "create table other (name text)",
            "update flyway_schema_history set success = true", "truncate outbox",
            "create or replace function refuse_change_of_history() returns trigger language plpgsql as 'begin return new; end'"})
    void theRoleThatWritesCannotChangeHistory(String sql) {
        assertThatThrownBy(() -> execute(WRITE, sql)).isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).as(e.getMessage())
                        .isEqualTo("42501"));
    }

    /** The service's own statements run in the tests of all services on a guarded broker and database. */
    @ParameterizedTest
    @ValueSource(strings = {
            "update audit_head set told = told", "update audit_draw set topic = topic", "delete from outbox",
            "insert into captured_topic (topic, topic_id) values ('a', 'b') on conflict (topic) do update set topic_id = 'c'",
            "insert into outbox (event_id, topic, record_key, headers, value) values (gen_random_uuid(), 't', 'k', '{}', '')",
            "select * from audit_head for update", "select count(*) from audit_entry"})
    void theRoleThatWritesDoesItsWork(String sql) {
        assertThatCode(() -> execute(WRITE, sql)).doesNotThrowAnyException();
    }

    @Test
    void theRoleThatReadsReadsEverythingAndWritesNothing() throws SQLException {
        try (Connection connection = connect(READ);
                ResultSet tables = connection.createStatement().executeQuery("select tablename from pg_tables"
                        + " where schemaname = 'public' and tablename <> 'flyway_schema_history'")) {
            int seen = 0;
            while (tables.next()) {
                String table = tables.getString(1);
                execute(READ, "select * from " + table + " limit 1");
                assertThatThrownBy(() -> execute(READ, "delete from " + table)).as(table)
                        .hasMessageContaining("permission denied");
                seen++;
            }
            assertThat(seen).isGreaterThan(20);
        }
    }

    private static void execute(String role, String sql) throws SQLException {
        try (Connection connection = connect(role); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), role, PASSWORD);
    }
}
