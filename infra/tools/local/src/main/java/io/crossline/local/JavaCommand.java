package io.crossline.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.crossline.embedded.EmbeddedPostgres;
import io.crossline.local.process.BrokerAnswer;
import io.crossline.local.process.Readiness;
import io.crossline.local.process.ReadyFile;
import io.crossline.local.process.ServiceStart;
import io.crossline.local.supervise.DiskLevel;

/** The command lines and environments of the JVMs that the launcher starts. */
final class JavaCommand {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final int BROKER_MEBIBYTES = 768;
    private static final int GUARD_MEBIBYTES = 32;
    private static final int FIRST_JDK_WITH_NATIVE_WARNINGS = 24;
    /** No part reads Java objects from a stream: whoever makes one read some gets nothing but an error. */
    private static final String NO_JAVA_SERIALISATION = "-Djdk.serialFilter=!*";

    private final Setup setup;
    private final int javaVersion;
    private final long machineBytes;

    /**
     * @param javaVersion feature number of the JDK that runs the services
     * @param machineBytes the machine's memory, of which tensors get their share
     */
    JavaCommand(Setup setup, int javaVersion, long machineBytes) {
        this.setup = setup;
        this.javaVersion = javaVersion;
        this.machineBytes = machineBytes;
    }

    ServiceStart of(Service service) {
        URI readiness = setup.address(service).resolve("/q/health/ready");
        return new ServiceStart(service.id(), command(service), environment(service), setup.layout().log(service.id()),
                false, pid -> Readiness.isReady(readiness), pid -> Readiness.answers(readiness));
    }

    /** The broker, with the launcher's own classes. */
    ServiceStart ofBroker() {
        Layout layout = setup.layout();
        Path ready = layout.run().resolve(Ports.KAFKA + ".ready");
        List<String> command = java(Ports.KAFKA, BROKER_MEBIBYTES);
        command.addAll(List.of("-XX:+UseSerialGC", BrokerProgram.class.getName(), layout.log(Ports.KAFKA).toString(),
                layout.kafkaData().toString(), Integer.toString(setup.ports().kafka()),
                Long.toString(setup.limits().imageBytes()), Long.toString(DiskLevel.SHORT.least()), ready.toString()));
        return new ServiceStart(Ports.KAFKA, command, launchersClasses(), layout.log(Ports.KAFKA), true,
                new ReadyFile(ready), new BrokerAnswer(setup.bootstrapServers()));
    }

    /** What ends all parts when the launcher is killed. */
    List<String> ofGuard() {
        List<String> command = java("guard", GUARD_MEBIBYTES);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", Guard.class.getName(),
                setup.layout().data().toString()));
        return command;
    }

    /** By the environment: a command line that fits the process list. */
    static Map<String, String> launchersClasses() {
        return Map.of("CLASSPATH", System.getProperty("java.class.path"));
    }

    private List<String> java(String part, int heapMebibytes) {
        List<String> command = new ArrayList<>(ownProcessGroup());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dio.crossline.part=" + part);
        command.add("-Xmx" + heapMebibytes + "m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add(NO_JAVA_SERIALISATION);
        return command;
    }

    private List<String> command(Service service) {
        List<String> command = java(service.id(), service.heapMebibytes());
        if (javaVersion >= FIRST_JDK_WITH_NATIVE_WARNINGS) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (service.nativePercent() > 0) {
            long tensors = Math.max(2048, machineBytes / MEBIBYTE * service.nativePercent() / 100);
            command.add("-Dorg.bytedeco.javacpp.maxbytes=" + tensors + "m");
            command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + (tensors + service.heapMebibytes() + 512) + "m");
        }
        command.add("-jar");
        command.add(setup.layout().runner(service).toString());
        return command;
    }

    /** Ctrl-C reaches the whole process group at once; services shall stop in our order, so each gets its own group. */
    private static List<String> ownProcessGroup() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid").filter(tool -> Files.isExecutable(Path.of(tool))).findFirst()
                .map(List::of).orElse(List.of());
    }

    private Map<String, String> environment(Service service) {
        Layout layout = setup.layout();
        Map<String, String> environment = new TreeMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", setup.bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", setup.host());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(setup.ports().of(service)));
        environment.put("QUARKUS_LOG_CONSOLE_COLOR", "false");
        environment.put("QUARKUS_BANNER_ENABLED", "false");
        if (service.nativePercent() > 0) {
            // idle OpenMP threads sleep: spinning, they take the cores from the other services
            environment.put("OMP_WAIT_POLICY", "PASSIVE");
        }
        switch (service) {
            case INGEST -> {
                environment.put("CROSSLINE_INGEST_CACHE", layout.downloads().toString());
                environment.put("CROSSLINE_INGEST_WATCH", layout.watched().toString());
            }
            case TRAINING -> {
                environment.put("CROSSLINE_TRAINING_CHECKPOINTS", layout.checkpoints().toString());
                environment.put("CROSSLINE_BACKBONES", layout.backbones().toString());
            }
            case EVALUATION -> {
                environment.put("CROSSLINE_BACKBONES", layout.backbones().toString());
                environment.put("CROSSLINE_AUDIT_SIGNING_KEY_FILE",
                        AuditKeyFiles.in(layout.keys()).privateKey().toString());
                environment.put("CROSSLINE_DATABASE_URL", setup.jdbcUrl());
                environment.put("CROSSLINE_DATABASE_USER", EmbeddedPostgres.DATABASE);
                environment.put("CROSSLINE_DATABASE_PASSWORD", setup.databaseKeys().password());
            }
            case DASHBOARD -> {
                environment.put("CROSSLINE_DASHBOARD_PARTS_FILE", layout.parts().toString());
                for (Service other : List.of(Service.INGEST, Service.TRANSLATION, Service.TRAINING,
                        Service.EVALUATION)) {
                    environment.put("CROSSLINE_" + other.name() + "_URL", setup.address(other).toString());
                }
            }
            case TRANSLATION -> {
                // needs nothing but the broker
            }
        }
        return environment;
    }
}
