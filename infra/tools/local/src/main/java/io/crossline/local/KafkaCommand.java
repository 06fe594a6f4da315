package io.crossline.local;

import io.crossline.local.console.Terminal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Groups what can be done to a broker that somebody else runs. */
@Command(name = "kafka", description = "Settle who may do what on a Kafka broker with an authorizer.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class KafkaCommand {

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new KafkaCommand()).addSubcommand(new KafkaAclsCommand(terminal));
    }
}
