package io.crossline.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;

import io.crossline.kafka.AccessRules;
import io.crossline.kafka.AccessSetup;
import io.crossline.local.console.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "acls", description = "Show the rights that Crossline's accounts need, or with --bootstrap what would have to change on a broker, or with --apply change it. Accounts are the services ingest, training, translation, evaluation and dashboard, and 'producer' and 'consumer' for programs of the plant. Rights of other accounts stay as they are.", mixinStandardHelpOptions = true)
final class KafkaAclsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "The broker.")
    private String bootstrap;

    @Option(names = "--command-config", paramLabel = "FILE", description = "Properties of Kafka's client with which an administrator connects, such as security.protocol and ssl.keystore.location.")
    private Path commandConfig;

    @Option(names = "--apply", description = "Change the broker's rights. Needs --bootstrap.")
    private boolean apply;

    KafkaAclsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (bootstrap == null) {
            if (apply) {
                throw new ParameterException(spec.commandLine(), "--apply needs --bootstrap: which broker?");
            }
            show("", AccessRules.all());
            return 0;
        }
        try (Admin admin = Admin.create(connection())) {
            AccessSetup setup = AccessSetup.compare(admin);
            show("+ ", setup.missing());
            show("- ", setup.surplus());
            if (setup.isDone()) {
                terminal.line("The broker on %s has all %d rights, and no other ones of these accounts."
                        .formatted(bootstrap, AccessRules.all().size()));
            } else if (apply) {
                setup.apply(admin);
                terminal.line("%d rights were added and %d removed."
                        .formatted(setup.missing().size(), setup.surplus().size()));
            } else {
                terminal.line("Nothing was changed. With --apply, %d rights are added and %d removed."
                        .formatted(setup.missing().size(), setup.surplus().size()));
            }
            return 0;
        } catch (AuthorizationException e) {
            throw new UserError(
                    "The broker on %s does not let this account see or change rights. Name an administrator's with --command-config."
                            .formatted(bootstrap),
                    e);
        } catch (KafkaException e) {
            throw new UserError("The rights on %s cannot be settled: %s"
                    .formatted(bootstrap, e.getCause() == null ? e.getMessage() : e.getCause().getMessage()), e);
        }
    }

    private Properties connection() {
        Properties settings = new Properties();
        if (commandConfig != null) {
            try (Reader file = Files.newBufferedReader(commandConfig)) {
                settings.load(file);
            } catch (IOException | IllegalArgumentException e) {
                throw new UserError("--command-config %s cannot be read as a file of properties: %s"
                        .formatted(commandConfig, e), e);
            }
        }
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return settings;
    }

    private void show(String sign, Collection<AclBinding> rights) {
        rights.forEach(right -> terminal.line("%s%s may %s %s %s%s".formatted(sign, right.entry().principal(),
                right.entry().operation().name().toLowerCase(Locale.ROOT),
                right.pattern().resourceType().name().toLowerCase(Locale.ROOT), right.pattern().name(),
                right.pattern().patternType() == PatternType.PREFIXED ? "*" : "")));
    }
}
