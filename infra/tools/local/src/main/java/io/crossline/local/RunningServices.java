package io.crossline.local;

import java.util.Optional;

import io.crossline.local.console.Terminal;
import io.crossline.local.rest.RestClient;

/** The services of the Crossline that runs on a data folder, for commands that start nothing themselves. */
final class RunningServices {

    private final Setup setup;

    private RunningServices(Setup setup) {
        this.setup = setup;
    }

    /** Empty where none runs, which the user is told. */
    static Optional<RunningServices> find(LauncherOptions options, Terminal terminal) {
        Layout layout = options.layout();
        Optional<Instance> running = Instance.running(layout);
        if (running.isEmpty()) {
            terminal.error(
                    "Crossline does not run on %s. 'infra/crossline up' starts it.".formatted(layout.data()));
        }
        return running.map(instance -> new RunningServices(instance.setup(layout)));
    }

    Setup setup() {
        return setup;
    }

    RestClient client(Service service) {
        return new RestClient(service.id(), setup.address(service));
    }
}
