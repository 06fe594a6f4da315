package io.crossline.local.process;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Asks a database for a connection. */
public record DatabaseAnswer(String jdbcUrl, String user, String password) implements ProcessCheck {

    private static final String TIMEOUT_SECONDS = "2";

    @Override
    public boolean holds(long pid) {
        Properties properties = new Properties();
        properties.putAll(Map.of("user", user, "password", password, "loginTimeout", TIMEOUT_SECONDS,
                "connectTimeout", TIMEOUT_SECONDS, "socketTimeout", TIMEOUT_SECONDS));
        try (Connection connection = DriverManager.getConnection(jdbcUrl, properties)) {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }
}
