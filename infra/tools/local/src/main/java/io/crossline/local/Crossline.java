package io.crossline.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.crossline.local.console.Terminal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code infra/crossline} runs. Exit codes: 0 done, 1 failed, 2 wrong arguments, 3 nothing runs that could be asked. */
@Command(name = "infra/crossline", header = "Crossline keeps an image classifier right when the camera changes.", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true, versionProvider = Crossline.Version.class, subcommands = CommandLine.HelpCommand.class, footer = {
        "", "First steps:",
        "  infra/crossline demo          runs the main job on two simulated lines, prints the table",
        "  infra/crossline help demo     says how to use your own images",
        "  infra/crossline demo --drift  shows how the loop keeps up with a line that ages",
        "  infra/crossline help bench    says how to measure speed, beside PyTorch where it is installed",
        "  infra/crossline help accuracy says how to train for several seeds, and to change single hyperparameters"})
public final class Crossline {

    static final int NOT_RUNNING = 3;

    private Crossline() {}

    public static void main(String[] arguments) {
        LogFiles.quietenKafka();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.of(out, System.getenv());
        System.exit(commandLine(terminal).execute(arguments));
    }

    /** From the jar's manifest; classes of a build folder have none. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Crossline.class.getPackage().getImplementationVersion();
            return new String[]{"Crossline %s, Java %s".formatted(version == null ? "(not packaged)" : version,
                    Runtime.version()), "'infra/crossline help' says what it can do."};
        }
    }

    static CommandLine commandLine(Terminal terminal) {
        CommandLine commandLine = new CommandLine(new Crossline());
        commandLine.addSubcommand(new UpCommand(terminal));
        commandLine.addSubcommand(new DemoCommand(terminal));
        commandLine.addSubcommand(new DownCommand(terminal));
        commandLine.addSubcommand(new RestartCommand(terminal));
        commandLine.addSubcommand(new StatusCommand(terminal));
        commandLine.addSubcommand(new LogsCommand(terminal));
        commandLine.addSubcommand(AuditCommand.commandLine(terminal));
        commandLine.addSubcommand(KafkaCommand.commandLine(terminal));
        commandLine.addSubcommand(new ReplayCommand(terminal));
        commandLine.addSubcommand(new ChaosCommand(terminal));
        commandLine.addSubcommand(new LoadCommand(terminal));
        commandLine.setExecutionExceptionHandler((error, command, parsed) -> {
            if (error instanceof UserError user) {
                terminal.error(user.getMessage());
                return 1;
            }
            throw error;
        });
        commandLine.setParameterExceptionHandler((error, given) -> {
            terminal.error(error.getMessage());
            CommandLine command = error.getCommandLine();
            terminal.line("See '%s'.".formatted(command.getParent() == null
                    ? "infra/crossline help"
                    : command.getCommandSpec().qualifiedName() + " --help"));
            return 2;
        });
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        return commandLine;
    }
}
