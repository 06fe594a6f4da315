package io.crossline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;

import io.crossline.audit.AuditKeys;
import io.crossline.audit.AuditLedger;
import io.crossline.audit.AuditVerification;
import io.crossline.audit.HeadCheck;
import io.crossline.audit.PublishedHeads;
import io.crossline.embedded.EmbeddedPostgres;
import io.crossline.local.console.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "verify", description = "Prove that no entry of the audit was changed, removed or put in later: each holds the hash of the one before; that the promotions are those that it tells of; and that the chain is the one whose heads are on the topic. Reads database and topic itself. Exit code 0 when it is whole, 1 when it is broken, 3 when that cannot be told because Crossline does not run.", mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    AuditVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<RunningServices> services = RunningServices.find(options, terminal);
        if (services.isEmpty()) {
            return Crossline.NOT_RUNNING;
        }
        Setup setup = services.get().setup();
        try {
            return verify(setup);
        } catch (SQLException e) {
            // not 1: nobody knows whether the audit is broken
            terminal.error("The audit cannot be read from %s: %s".formatted(setup.jdbcUrl(), e.getMessage()));
        } catch (KafkaException e) {
            terminal.error("The heads of the audit cannot be read from Kafka on %s: %s"
                    .formatted(setup.bootstrapServers(), e.getMessage()));
        } catch (IOException e) {
            terminal.error("The key of the audit cannot be read: " + e.getMessage());
        }
        return Crossline.NOT_RUNNING;
    }

    private int verify(Setup setup) throws SQLException, IOException {
        Path keyFile = AuditKeyFiles.in(setup.layout().keys()).publicKey();
        Optional<PublicKey> key = Files.exists(keyFile)
                ? Optional.of(AuditKeys.readPublic(keyFile))
                : Optional.empty();
        // the heads first: each of them is in what the database says later
        HeadCheck heads = new HeadCheck(PublishedHeads.read(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, setup.bootstrapServers())), key);
        AuditVerification ledger = ledger(setup, heads);
        List<String> faults = new ArrayList<>();
        if (!ledger.intact()) {
            faults.add(ledger.reason());
        }
        faults.addAll(heads.faults(Instant.now()));
        tell(ledger, faults);
        if (key.isEmpty()) {
            terminal.warning("%s is not there: nobody looked at the signatures of the heads on the topic; %d have none."
                    .formatted(keyFile, heads.unsigned()));
        }
        return faults.isEmpty() ? 0 : 1;
    }

    private static AuditVerification ledger(Setup setup, HeadCheck heads) throws SQLException {
        try (Connection connection = DriverManager.getConnection(setup.jdbcUrl(), EmbeddedPostgres.DATABASE,
                setup.databaseKeys().password())) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            return AuditLedger.verify(connection, heads::see);
        }
    }

    private void tell(AuditVerification ledger, List<String> faults) {
        String entries = "%,d entries".formatted(ledger.entries());
        if (faults.isEmpty()) {
            terminal.line(
                    "%s: each holds the hash of the one before, none was changed, the promotions are as they tell, and the heads on the topic are theirs."
                            .formatted(terminal.green("The audit is whole, " + entries)));
            return;
        }
        String where = ledger.firstBroken() != null
                ? "at entry %s of %s".formatted(ledger.firstBroken(), entries)
                : "beside its " + entries;
        terminal.error("The audit is broken %s: %s".formatted(where, String.join(" ", faults)));
    }
}
