package io.crossline.local;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The port of each part on this machine, by the part's name: {@code kafka}, {@code postgresql} and the services' ids.
 *
 * @param byPart complete: one different port a part
 */
public record Ports(Map<String, Integer> byPart) {

    public static final String KAFKA = "kafka";
    public static final String POSTGRESQL = "postgresql";

    private static final Map<String, Integer> DEFAULTS = defaults();

    public Ports {
        byPart = Map.copyOf(byPart);
        Map<Integer, String> owners = new HashMap<>();
        for (String part : DEFAULTS.keySet()) {
            Integer port = byPart.get(part);
            if (port == null || port < 1 || port > 65535) {
                throw new UserError(
                        "The port of %s is %s, expected 1 to 65535. %s".formatted(part, port, howToChange(part)));
            }
            String other = owners.put(port, part);
            if (other != null) {
                throw new UserError("%s and %s both have port %d. %s".formatted(other, part, port, howToChange(part)));
            }
        }
    }

    /** The defaults, changed by environment variables such as CROSSLINE_PORT_DASHBOARD, changed by options. */
    public static Ports of(Map<String, Integer> options, Map<String, String> environment) {
        Map<String, Integer> ports = new LinkedHashMap<>(DEFAULTS);
        for (String part : DEFAULTS.keySet()) {
            String value = environment.get(variable(part));
            if (value != null && !value.isBlank()) {
                ports.put(part, number(part, value));
            }
        }
        options.forEach((part, port) -> {
            if (!DEFAULTS.containsKey(part)) {
                throw new UserError("There is no part '%s' for --port; the parts are %s.".formatted(part, parts()));
            }
            ports.put(part, port);
        });
        return new Ports(ports);
    }

    public int of(Service service) {
        return byPart.get(service.id());
    }

    public int kafka() {
        return byPart.get(KAFKA);
    }

    public int postgresql() {
        return byPart.get(POSTGRESQL);
    }

    /** A sentence for the user. */
    public static String howToChange(String part) {
        return "Another one: --port %s=NUMBER or the environment variable %s.".formatted(part, variable(part));
    }

    /** All parts, in the order in which they are shown. */
    public static String parts() {
        return DEFAULTS.keySet().stream().collect(Collectors.joining(", "));
    }

    private static int number(String part, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new UserError(
                    "The environment variable %s is '%s', expected a port number.".formatted(variable(part), value), e);
        }
    }

    private static String variable(String part) {
        return "CROSSLINE_PORT_" + part.toUpperCase(Locale.ROOT);
    }

    private static Map<String, Integer> defaults() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(KAFKA, 19092);
        ports.put(POSTGRESQL, 15432);
        Arrays.stream(Service.values()).forEach(service -> ports.put(service.id(), service.defaultPort()));
        return ports;
    }
}
