package io.crossline.embedded;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** Starts a server, commits a row, says so and waits to be killed. */
final class PostgresProcess {

    static final String READY = "committed";

    private PostgresProcess() {}

    public static void main(String[] arguments) throws SQLException, InterruptedException {
        EmbeddedPostgres server = EmbeddedPostgresIT.start(Path.of(arguments[0]));
        EmbeddedPostgresIT.execute(server, "CREATE TABLE part (name text)");
        EmbeddedPostgresIT.execute(server, "INSERT INTO part VALUES ('gear')");
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
