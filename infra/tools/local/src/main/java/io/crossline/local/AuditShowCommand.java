package io.crossline.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.local.audit.AuditText;
import io.crossline.local.console.Terminal;
import io.crossline.local.rest.RestClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "Show who or what did what to the lines, newest first. Exit code 3 when Crossline does not run.", mixinStandardHelpOptions = true)
final class AuditShowCommand implements Callable<Integer> {

    private static final int MOST_ENTRIES = 1000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LauncherOptions options;

    @Option(names = "--line", paramLabel = "NAME", description = "Only this line's entries.")
    private String line;

    @Option(names = "--at", paramLabel = "TIME", converter = TimeOption.class, description = "With --line: which model served the line at that time and what it was trained on, and the entries up to then (of the newest 1000). Such as 2026-11-24T14:02:00Z; without a zone, this machine's; without a day, today.")
    private Instant at;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many entries at most, 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int limit;

    AuditShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw new ParameterException(spec.commandLine(),
                    "--limit is %d: expected 1 to %d.".formatted(limit, MOST_ENTRIES));
        }
        if (at != null && line == null) {
            throw new ParameterException(spec.commandLine(), "--at needs --line: which line's model is asked for?");
        }
        Optional<RunningServices> services = RunningServices.find(options, terminal);
        if (services.isEmpty()) {
            return Crossline.NOT_RUNNING;
        }
        RestClient evaluation = services.get().client(Service.EVALUATION);
        if (at != null) {
            terminal.line(evaluation.find("/lines/%s/serving?at=%s".formatted(encoded(line), encoded(at.toString())))
                    .map(AuditText::serving).orElse("Nothing served line %s at %s.".formatted(line, at)));
            terminal.line("");
        }
        List<JsonNode> entries = entries(evaluation);
        terminal.line(entries.isEmpty() ? "No entries." : AuditText.table(entries, terminal.columns()));
        return 0;
    }

    private List<JsonNode> entries(RestClient evaluation) throws InterruptedException {
        JsonNode newest = evaluation.get("/audit?limit=%d%s".formatted(at == null ? limit : MOST_ENTRIES,
                line == null ? "" : "&line=" + encoded(line)));
        return StreamSupport.stream(newest.spliterator(), false)
                .filter(entry -> at == null || !Instant.parse(entry.path("at").asText()).isAfter(at)).limit(limit)
                .toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
