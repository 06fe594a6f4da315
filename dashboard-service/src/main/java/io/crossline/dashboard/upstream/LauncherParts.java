package io.crossline.dashboard.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.dashboard.DashboardConfig;
import io.crossline.dashboard.upstream.ServiceHealth.State;

/**
 * What the launcher writes of its parts, where one started this dashboard: how often it has restarted each, and which it
 * has given up. The services themselves are asked first; in containers there is no such file.
 */
@ApplicationScoped
public class LauncherParts {

    private static final Logger LOG = Logger.getLogger(LauncherParts.class);
    private static final List<String> INFRASTRUCTURE = List.of("kafka", "postgresql");

    private final Optional<Path> file;

    LauncherParts(DashboardConfig config) {
        this.file = config.dashboard().partsFile();
    }

    /** The file; unknown fields are passed over. */
    record Standing(String disk, List<Part> parts) {

        static final Standing NONE = new Standing("", List.of());

        Optional<Part> of(String part) {
            return parts.stream().filter(each -> each.part().equals(part)).findFirst();
        }
    }

    /** @param state waiting, starting, up, late, restarting, down or stopped */
    record Part(String part, String state, int restarts, String detail) {}

    /** The services' own answers, with the restarts; then what else is in trouble or was. */
    List<ServiceHealth> complete(List<ServiceHealth> services) {
        Standing standing = read();
        List<ServiceHealth> all = new ArrayList<>();
        services.forEach(health -> all.add(standing.of(health.service()).map(part -> complete(health, part))
                .orElse(health)));
        INFRASTRUCTURE.stream().flatMap(name -> standing.of(name).stream()).map(LauncherParts::infrastructure)
                .filter(health -> health.state() != State.UP || health.restarts() > 0).forEach(all::add);
        if (!standing.disk().isEmpty()) {
            all.add(new ServiceHealth("disk", State.NOT_READY, standing.disk(), 0));
        }
        return all;
    }

    private static ServiceHealth complete(ServiceHealth health, Part part) {
        boolean down = health.state() != State.UP && part.state().equals("down");
        return new ServiceHealth(health.service(), down ? State.DOWN : health.state(),
                down ? sentence(health.service() + "-service", part) : health.detail(), part.restarts());
    }

    private static ServiceHealth infrastructure(Part part) {
        State state = switch (part.state()) {
            case "up" -> State.UP;
            case "down", "restarting" -> State.DOWN;
            default -> State.NOT_READY;
        };
        return new ServiceHealth(part.part(), state, state == State.UP ? "" : sentence(part.part(), part),
                part.restarts());
    }

    private static String sentence(String name, Part part) {
        return "%s is %s%s".formatted(name, part.state(), part.detail().isEmpty() ? "." : ": " + part.detail());
    }

    private Standing read() {
        if (file.isEmpty() || !Files.exists(file.get())) {
            return Standing.NONE;
        }
        try {
            return Json.decode(Files.readAllBytes(file.get()), Standing.class);
        } catch (IOException | InvalidFieldException e) {
            LOG.warnf("The launcher's file %s cannot be read: %s", file.get(), e.getMessage());
            return Standing.NONE;
        }
    }
}
