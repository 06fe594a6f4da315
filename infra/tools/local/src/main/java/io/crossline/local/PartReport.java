package io.crossline.local;

import java.util.Optional;

import io.crossline.local.process.PidFile;
import io.crossline.local.process.PortOwner;
import io.crossline.local.process.Readiness;
import io.crossline.local.supervise.PartState;
import io.crossline.local.supervise.PartStatus;

/**
 * How a part is at this moment: the part itself is asked, the launcher's file says the rest.
 *
 * @param pid empty where nothing runs
 */
record PartReport(boolean ready, String text, String pid) {

    /**
     * @param launched whether a launcher runs
     * @param status what that says of the part
     */
    static PartReport of(String part, Setup setup, boolean launched, Optional<PartStatus> status)
            throws InterruptedException {
        Optional<Service> service = Service.find(part);
        String state = service.isPresent()
                ? service(service.get(), setup)
                : infrastructure(setup.ports().byPart().get(part), launched, status);
        boolean ready = state.equals("ready");
        String pid = status.map(PartStatus::pid).map(String::valueOf)
                .orElseGet(() -> service.flatMap(each -> process(each, setup)).map(ProcessHandle::pid)
                        .map(String::valueOf).orElse(""));
        return new PartReport(ready, status.map(told -> text(state, ready, told)).orElse(state), pid);
    }

    /** The launcher knows more of a part that is not ready; of a ready one only how often it was restarted. */
    private static String text(String state, boolean ready, PartStatus told) {
        String restarted = told.restarts() == 0 ? "" : "restarted " + PartNews.times(told.restarts());
        if (ready) {
            return restarted.isEmpty() ? state : "%s (%s)".formatted(state, restarted);
        }
        if (told.state() == PartState.UP || told.state() == PartState.STOPPED) {
            return state;
        }
        return told.detail().isEmpty() ? told.state().id() : "%s: %s".formatted(told.state().id(), told.detail());
    }

    private static String infrastructure(int port, boolean launched, Optional<PartStatus> status) {
        boolean listening = PortOwner.isTaken(port);
        if (launched) {
            boolean up = status.map(told -> told.state() == PartState.UP).orElse(true);
            return listening && up ? "ready" : "does not answer";
        }
        return listening ? "stopped (the port is another program's)" : "stopped";
    }

    private static String service(Service service, Setup setup) throws InterruptedException {
        if (process(service, setup).isEmpty()) {
            return "stopped";
        }
        return Readiness.isReady(setup.address(service).resolve("/q/health/ready")) ? "ready" : "not ready";
    }

    private static Optional<ProcessHandle> process(Service service, Setup setup) {
        return new PidFile(setup.layout().run(), service.id()).running();
    }
}
