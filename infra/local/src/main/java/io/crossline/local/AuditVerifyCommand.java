package io.crossline.local;

import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.local.console.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "verify", description = "Prove that no entry of the audit was changed, removed or put in later: each holds the hash of the one before; and that the promotions are those that it tells of. Exit code 0 when it is whole, 1 when it is broken, 3 when that cannot be told because Crossline does not run.", mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    AuditVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Optional<RunningServices> services = RunningServices.find(options, terminal);
        if (services.isEmpty()) {
            return Crossline.NOT_RUNNING;
        }
        JsonNode verification;
        try {
            verification = services.get().client(Service.EVALUATION).get("/audit/verification");
        } catch (UserError e) {
            // not 1: nobody knows whether the audit is broken
            terminal.error(e.getMessage());
            return Crossline.NOT_RUNNING;
        }
        String entries = "%,d entries".formatted(verification.path("entries").asLong());
        if (verification.path("intact").asBoolean()) {
            terminal.line(
                    "%s: each holds the hash of the one before, none was changed, and the promotions are as they tell."
                            .formatted(terminal.green("The audit is whole, " + entries)));
            return 0;
        }
        String where = verification.hasNonNull("firstBroken")
                ? "at entry %s of %s".formatted(verification.path("firstBroken").asText(), entries)
                : "beside its " + entries;
        terminal.error(
                "The audit is broken %s: %s".formatted(where, verification.path("reason").asText("no reason given")));
        return 1;
    }
}
