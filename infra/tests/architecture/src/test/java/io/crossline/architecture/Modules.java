package io.crossline.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled classes of all modules, without their tests. */
final class Modules {

    static final List<String> SERVICES = List.of("ingest", "translation", "training", "evaluation", "dashboard");

    private static final Path HOME = Path.of(System.getProperty("crossline.home", "../../.."));
    private static final List<String> LIBRARIES = List.of("contracts", "kafka", "audit", "networks", "pictures",
            "adaptation", "monitoring", "datasets", "service");
    private static final JavaClasses ALL = read(Stream.concat(
            SERVICES.stream().map(service -> HOME.resolve(service + "-service")),
            LIBRARIES.stream().map(library -> HOME.resolve("infra/libs").resolve(library))));

    private Modules() {}

    static JavaClasses all() {
        return ALL;
    }

    private static JavaClasses read(Stream<Path> modules) {
        return new ClassFileImporter().importPaths(modules.map(module -> module.resolve("target/classes"))
                .peek(Modules::requireCompiled).toList());
    }

    /** A module that is not there would pass every rule. */
    private static void requireCompiled(Path classes) {
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(
                    "There are no classes in " + classes + ": build all modules first, with ./mvnw test");
        }
    }
}
