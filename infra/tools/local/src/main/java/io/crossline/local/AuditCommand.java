package io.crossline.local;

import io.crossline.local.console.Terminal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Groups what can be asked of the audit. */
@Command(name = "audit", description = "Prove that the audit is whole, or show it.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(terminal))
                .addSubcommand(new AuditShowCommand(terminal));
    }
}
