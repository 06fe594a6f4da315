package io.crossline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.crossline.local.rest.FakeServices;

/** Commands as a user gives them, on a data folder where Crossline runs or does not. The launcher is this JVM. */
final class RunningCrossline {

    private final Path data;
    private final Output output = new Output();

    RunningCrossline(Path data) {
        this.data = data;
    }

    /** From now on, one service of the Crossline that runs here is the fake one. */
    RunningCrossline with(Service service, FakeServices fake) throws IOException {
        return on(Map.of(service.id(), fake.address().getPort()));
    }

    /** From now on, a Crossline runs here with these ports; at those of other parts nothing answers. */
    RunningCrossline on(Map<String, Integer> known) throws IOException {
        Map<String, Integer> ports = new HashMap<>();
        int port = 1;
        for (String part : Ports.parts().split(", ")) {
            ports.put(part, port++);
        }
        ports.putAll(known);
        Layout layout = new Layout(data, data);
        Files.createDirectories(layout.run());
        Instance.write(new Setup(layout, new Ports(ports), "localhost", false));
        return this;
    }

    /** @return the exit code */
    int run(String... command) {
        List<String> arguments = new ArrayList<>(Arrays.asList(command));
        arguments.addAll(List.of("--data", data.toString()));
        return Crossline.commandLine(output.pipe()).execute(arguments.toArray(String[]::new));
    }

    String text() {
        return output.text();
    }
}
